import {
  decideProject,
  inOrderOfTrust,
  ruleBook,
  statementsOf,
  type MappingRule,
  type RepositoryStatement,
} from "@headwater/domain/mapping";
import { fullName, packageKey, parsePattern, repositorySlug } from "@headwater/domain/package";
import { Failure } from "../command.ts";
import type { PortfolioProduct } from "../inventories/portfolio.ts";

/** Lines `pattern project`, such as `@babel/* github.com/babel/babel`; empty lines and what follows a # are left out. */
export function readRules(text: string, file: string): readonly MappingRule[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const words = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (words.length === 1 && words[0] === "") return [];
    const [pattern = "", project = "", more] = words;
    const fault = (message: string) => new Failure(`${file}, line ${index + 1}: ${message}`);
    if (project === "" || more !== undefined)
      throw fault("write a pattern and a project, such as @babel/* github.com/babel/babel");
    const read = parsePattern(pattern);
    if ("error" in read) throw fault(read.error.message);
    return [{ pattern, project: repositorySlug(project) ?? project }];
  });
}

/**
 * The project of each package as a server decides it: by the rules, else by what the inventories and what lay beside them
 * state. Where nobody states one, the package is a project of its own, named by its purl.
 */
export function projectsOf(
  products: readonly PortfolioProduct[],
  rules: readonly MappingRule[],
): (key: string) => string {
  const book = ruleBook(rules);
  const stated = statedOfPackages(products);
  const decided = new Map<string, string>();
  return (purl) => {
    // Two spellings of one package are one project, named as it was met first.
    const key = packageKey(purl);
    const known = decided.get(key);
    if (known !== undefined) return known;
    const { project } = decideProject({
      purl,
      personProject: null,
      rules: book,
      stated: inOrderOfTrust(stated.get(key) ?? []),
    });
    decided.set(key, project);
    return project;
  };
}

/** What all inventories state, by the key of the package. */
function statedOfPackages(
  products: readonly PortfolioProduct[],
): ReadonlyMap<string, readonly RepositoryStatement[]> {
  const stated = new Map<string, RepositoryStatement[]>();
  for (const { name: product, sources } of products) {
    for (const source of sources) {
      if (source.kind === "refused") continue;
      const place = { product, path: source.path };
      for (const [purl, { repositories }] of statementsOf(source.inventory, place, source.statements)) {
        if (repositories.length === 0) continue;
        const key = packageKey(purl);
        const known = stated.get(key);
        if (known === undefined) stated.set(key, repositories);
        else known.push(...repositories);
      }
    }
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
