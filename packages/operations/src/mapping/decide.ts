import type { MappingBasis } from "@headwater/db/tables";
import { matchesPattern, parsePattern, type PackagePattern } from "@headwater/domain/package";

export interface Rule {
  /** As a person wrote it: `@babel/*`. */
  readonly pattern: string;
  /** Slug of the project. */
  readonly project: string;
}

export interface MappingQuestion {
  /** Versionless, or `unidentified:<name>`. */
  readonly purl: string;
  /** Slug that a person confirmed for this very package. */
  readonly personProject: string | null;
  readonly rules: readonly Rule[];
  /** Slugs that files state, in order of trust: the first wins. */
  readonly stated: readonly string[];
}

/**
 * Which project a package belongs to, and who says so: a person, else the longest rule that covers it, else what files
 * state, else nobody: then it is a provisional project of its own, whose slug is the purl.
 */
export function decideProject({ purl, personProject, rules, stated }: MappingQuestion): {
  project: string;
  basis: MappingBasis;
} {
  if (personProject !== null) return { project: personProject, basis: "person" };
  const rule = ruleFor(purl, rules);
  if (rule !== null) return { project: rule.project, basis: "rule" };
  const [first] = stated;
  return first === undefined ? { project: purl, basis: "provisional" } : { project: first, basis: "stated" };
}

/** The rule that says most of the package's name. */
export function ruleFor<Given extends Rule>(purl: string, rules: readonly Given[]): Given | null {
  const found = longestFirst(rules).find(({ pattern }) => matchesPattern(pattern, purl));
  return found === undefined ? null : (rules[found.place] ?? null);
}

interface ReadRule {
  readonly place: number;
  readonly pattern: PackagePattern;
}

// A list of rules is asked once for each of thousands of packages, and read once.
const read = new WeakMap<readonly Rule[], readonly ReadRule[]>();

function longestFirst(rules: readonly Rule[]): readonly ReadRule[] {
  const known = read.get(rules);
  if (known !== undefined) return known;
  const made: ReadRule[] = [];
  for (const [place, rule] of rules.entries()) {
    const pattern = parsePattern(rule.pattern);
    if (!("error" in pattern)) made.push({ place, pattern });
  }
  // Equal lengths cannot cover one package unless they are one pattern; then the text decides, so that the order of rows does not.
  made.sort(
    (one, other) =>
      weight(other.pattern) - weight(one.pattern) || compare(one.pattern.canonical, other.pattern.canonical),
  );
  read.set(rules, made);
  return made;
}

/** A pattern without a star names one package and beats any that has one. */
function weight({ canonical }: PackagePattern): number {
  return canonical.includes("*") ? canonical.length : canonical.length + 10_000;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
