import {
  fullName,
  matchesPattern,
  packageKey,
  parsePattern,
  repositorySlug,
  statedProject,
  type PackagePattern,
} from "@headwater/domain/package";
import { packageKeyOf } from "@headwater/domain/usage";
import { Failure } from "../command.ts";
import type { ReadSource } from "../inventories/portfolio.ts";

export interface MappingRule {
  readonly pattern: PackagePattern;
  readonly project: string;
}

/** Lines `pattern project`, such as `@babel/* github.com/babel/babel`; empty lines and what follows a # are left out. */
export function readRules(text: string, file: string): readonly MappingRule[] {
  const rules = text.split(/\r?\n/).flatMap((line, index) => {
    const words = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (words.length === 1 && words[0] === "") return [];
    const [written = "", project = "", more] = words;
    const fault = (message: string) => new Failure(`${file}, line ${index + 1}: ${message}`);
    if (project === "" || more !== undefined)
      throw fault("write a pattern and a project, such as @babel/* github.com/babel/babel");
    const pattern = parsePattern(written);
    if ("error" in pattern) throw fault(pattern.error.message);
    return [{ pattern, project: repositorySlug(project) ?? project }];
  });
  // The rule that says most of a name holds; one without a star names a single package and beats all that have one.
  return rules.sort(
    (one, other) =>
      weight(other.pattern) - weight(one.pattern) ||
      (one.pattern.canonical < other.pattern.canonical ? -1 : 1),
  );
}

function weight({ canonical }: PackagePattern): number {
  return canonical.includes("*") ? canonical.length : canonical.length + 10_000;
}

/**
 * The project of each package, by what is stated and nothing else: a rule, the package's own identity, the inventories in
 * the order of their products, what lay beside them. Where nobody states one, the package is a project of its own, named by its purl.
 */
export function projectsOf(
  sources: readonly ReadSource[],
  rules: readonly MappingRule[],
): (key: string) => string {
  const stated = statedProjects(sources);
  const firstSpelling = new Map<string, string>();
  return (key) => {
    const rule = rules.find(({ pattern }) => matchesPattern(pattern, key));
    if (rule !== undefined) return rule.project;
    // Two spellings of one package are one project.
    const same = packageKey(key);
    const spelling = firstSpelling.get(same) ?? key;
    firstSpelling.set(same, spelling);
    return statedProject(key) ?? stated.get(same) ?? spelling;
  };
}

function statedProjects(sources: readonly ReadSource[]): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  const state = (key: string, project: string | null) => {
    const same = packageKey(key);
    if (project !== null && !stated.has(same)) stated.set(same, project);
  };
  for (const source of sources) {
    if (source.kind === "refused") continue;
    for (const component of source.inventory.components) {
      const key = packageKeyOf(component);
      if (component.purl !== null) state(key, statedProject(component.purl));
      if (component.repository !== null) state(key, repositorySlug(component.repository));
    }
  }
  for (const source of sources) {
    if (source.kind === "refused") continue;
    for (const { purl, repository } of source.statements)
      if (repository !== null) state(purl, repositorySlug(repository));
  }
  return stated;
}

/** What people call a project: the slug, or for a package that stands alone its full name in its ecosystem. */
export function nameOf(project: string): string {
  return project.startsWith("unidentified:") ? project.slice("unidentified:".length) : fullName(project);
}

/** The name with its ecosystem where it stands for a package: curl (cargo) is not the project curl. */
export function distinctName(project: string): string {
  const ecosystem = /^pkg:([^/]+)\//.exec(project)?.[1];
  return ecosystem === undefined ? nameOf(project) : `${nameOf(project)} (${ecosystem})`;
}
