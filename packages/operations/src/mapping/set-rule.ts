import { MappingRuleResult, SetMappingRule } from "@headwater/contract/mapping";
import { ruleBook, type MappingRule, type RuleBook } from "@headwater/domain/mapping";
import type { z } from "zod";
import type { Identifier } from "@headwater/domain/identifier";
import { writing } from "../operation/index.ts";
import { isProvisionalSlug } from "../uploads/packages.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { coveredPackages } from "./covered-packages.ts";
import { activeRules, type Decided, decideAnew, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { patternOf, rulesReplaced, storeRules } from "./store-rules.ts";
import { targetProject } from "./target-project.ts";

/**
 * Every package that the pattern covers belongs to the project, now and in later uploads, but for those that a person
 * mapped. A rule with the same pattern takes the place of the one before. To accept a proposal is to set its rule.
 */
export const setMappingRule = writing({
  name: "mapping-rule.set",
  access: "mapping.change",
  input: SetMappingRule,
  output: MappingRuleResult,
  async run(context, input, runtime) {
    const pattern = patternOf(input.pattern);
    // What a preview says may be overtaken; it holds up nobody.
    if (!input.preview) await lockMapping(context);
    const target = await targetProject(context, input.project);
    const rules = await activeRules(context);
    const replaced = rulesReplaced(rules, [pattern]);
    const asked = { pattern: input.pattern, project: target.slug };
    const after = [...rules.filter((rule) => !replaced.includes(rule)), asked];
    const decided = await decideAnew(context, await coveredPackages(context, pattern), after);
    const [id = null] = input.preview ? [] : await storeRules(context, [{ ...asked, target }], replaced);
    const recomputing = input.preview
      ? 0
      : await recomputeProductsOf(context, runtime, await storeDecided(context, decided));
    return {
      ...answer(asked, id, decided, ruleBook<MappingRule>(after)),
      replaced: replaced.map((rule) => ({ pattern: rule.pattern, project: rule.project })),
      recomputing,
    };
  },
  audit: (rule, input) =>
    input.preview
      ? null
      : {
          entity: `mapping-rule:${rule.id}`,
          detail: {
            pattern: rule.pattern,
            project: rule.project,
            moved: rule.moved.length,
            recomputing: rule.recomputing,
          },
        },
});

function answer(
  asked: MappingRule,
  id: Identifier<"rul"> | null,
  decided: readonly Decided[],
  rules: RuleBook<MappingRule>,
): Omit<z.output<typeof MappingRuleResult>, "recomputing" | "replaced"> {
  const byRule = decided.filter(
    ({ row, basis }) => basis === "rule" && rules.ruleFor(row.purl)?.pattern === asked.pattern,
  );
  const moved = byRule.filter(({ row, project }) => row.project !== project);
  return {
    id,
    ...asked,
    packages: byRule.length,
    moved: moved.map(({ row }) => ({
      package: row.purl,
      from: row.project,
      provisional: isProvisionalSlug(row.project),
    })),
    kept: decided
      .filter((one) => !moved.includes(one))
      .map((one) => ({
        package: one.row.purl,
        project: one.row.project,
        reason: whyKept(one, asked.pattern, rules),
      })),
  };
}

function whyKept({ row, basis }: Decided, pattern: string, rules: RuleBook<MappingRule>): string {
  if (basis === "person") return "A person said so, and no rule says otherwise.";
  const decisive = rules.ruleFor(row.purl);
  return decisive === null || decisive.pattern === pattern
    ? "It belongs there already."
    : `The closer rule ${decisive.pattern} covers it.`;
}
