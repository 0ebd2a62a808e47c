import {
  covers,
  packagePath,
  parsePattern,
  type PackagePath,
  type PackagePattern,
} from "../package/index.ts";

export interface MappingRule {
  /** As a person wrote it: `@babel/*`. */
  readonly pattern: string;
  /** Slug of the project. */
  readonly project: string;
}

/** Rules, read once and asked of thousands of packages. */
export interface RuleBook<Rule extends MappingRule> {
  /** The rule that decides about the package (versionless purl), null where none covers it. */
  readonly ruleFor: (purl: string) => Rule | null;
}

/**
 * Of the rules that cover a package the one that says most of its name decides: one without a star, which names a single
 * package, before all that have one, else the longer one; of two with the same pattern the one whose project comes first.
 * The order of the rules makes no difference. A rule that cannot be read covers nothing.
 */
export function ruleBook<Rule extends MappingRule>(rules: readonly Rule[]): RuleBook<Rule> {
  const read = rules.flatMap((rule): ReadRule<Rule>[] => {
    const pattern = parsePattern(rule.pattern);
    return "error" in pattern ? [] : [{ rule, pattern }];
  });
  const shelves = new Map<string, ReadRule<Rule>[]>();
  for (const one of read.sort(mostSaidFirst)) {
    const shelf = shelfOf(one.pattern);
    const known = shelves.get(shelf);
    if (known === undefined) shelves.set(shelf, [one]);
    else known.push(one);
  }
  return {
    ruleFor(purl) {
      const path = packagePath(purl);
      if (path === null) return null;
      const found = shelvesOf(path).flatMap(
        (shelf) => shelves.get(shelf)?.find(({ pattern }) => covers(pattern, path)) ?? [],
      );
      return found.sort(mostSaidFirst)[0]?.rule ?? null;
    },
  };
}

interface ReadRule<Rule> {
  readonly rule: Rule;
  readonly pattern: PackagePattern;
}

/** Rules stand under their type and what they say of the first part of the name: a package looks at few of them. */
function shelfOf({ type, parts: [first] }: PackagePattern): string {
  if (first === undefined || first.kind === "any") return `${type}/*`;
  return first.kind === "exactly" ? `${type}/${first.text}` : `${type}/${first.text}*`;
}

/** Where rules that cover the package may stand: under its first part, under each beginning of that, and under any. */
function shelvesOf({ type, segments: [first = ""] }: PackagePath): readonly string[] {
  const shelves = [`${type}/${first}`];
  for (let length = first.length; length >= 0; length -= 1)
    shelves.push(`${type}/${first.slice(0, length)}*`);
  return shelves;
}

function mostSaidFirst(one: ReadRule<MappingRule>, other: ReadRule<MappingRule>): number {
  return (
    Number(hasStar(one)) - Number(hasStar(other)) ||
    other.pattern.canonical.length - one.pattern.canonical.length ||
    compare(one.pattern.canonical, other.pattern.canonical) ||
    compare(one.rule.project, other.rule.project)
  );
}

function hasStar({ pattern }: ReadRule<MappingRule>): boolean {
  return pattern.canonical.includes("*");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
