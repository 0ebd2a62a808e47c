import type { MappingRule, RuleBook } from "./rule-book.ts";

export interface MappingQuestion {
  /** Versionless, or `unidentified:<name>`. */
  readonly purl: string;
  /** Slug that a person confirmed for this very package. */
  readonly personProject: string | null;
  readonly rules: RuleBook<MappingRule>;
  /** Slugs that files state, in order of trust (inOrderOfTrust): the first counts. */
  readonly stated: readonly string[];
}

export interface Decision {
  /** Slug. */
  readonly project: string;
  /** Who says so. */
  readonly basis: "person" | "rule" | "stated" | "provisional";
}

/**
 * Which project a package belongs to, and who says so (docs/how/attribution.md): a person, else the rule that says most of
 * its name, else what files state, else nobody: then it is a provisional project of its own, whose slug is the purl.
 */
export function decideProject({ purl, personProject, rules, stated }: MappingQuestion): Decision {
  if (personProject !== null) return { project: personProject, basis: "person" };
  const rule = rules.ruleFor(purl);
  if (rule !== null) return { project: rule.project, basis: "rule" };
  const [first] = stated;
  return first === undefined ? { project: purl, basis: "provisional" } : { project: first, basis: "stated" };
}
