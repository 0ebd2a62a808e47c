import { MappingRuleResult, SetMappingRule } from "@headwater/contract/mapping";
import { mappingRules } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { ruleBook, type MappingRule, type RuleBook } from "@headwater/domain/mapping";
import { type PackagePattern, parsePattern } from "@headwater/domain/package";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { badField, type Context, writing } from "../operation/index.ts";
import { ensureProjects, isProvisionalSlug, nameOfSlug } from "../uploads/packages.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { coveredPackages } from "./covered-packages.ts";
import { type ActiveRule, activeRules, type Decided, decideAnew, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { confirmProject, targetProject, type TargetProject } from "./target-project.ts";

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
    const replaced = rules.filter((rule) => samePattern(rule.pattern, pattern));
    const asked = { pattern: input.pattern, project: target.slug };
    const after = [...rules.filter((rule) => !replaced.includes(rule)), asked];
    const decided = await decideAnew(context, await coveredPackages(context, pattern), after);
    const id = input.preview ? null : await storeRule(context, asked, target, replaced);
    const recomputing = input.preview
      ? 0
      : await recomputeProductsOf(context, runtime, await storeDecided(context, decided));
    return { ...answer(asked, id, decided, ruleBook<MappingRule>(after)), recomputing };
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

function patternOf(text: string): PackagePattern {
  const pattern = parsePattern(text);
  if ("error" in pattern) throw badField("pattern", pattern.error.message);
  return pattern;
}

function samePattern(text: string, pattern: PackagePattern): boolean {
  const parsed = parsePattern(text);
  return !("error" in parsed) && parsed.canonical === pattern.canonical;
}

async function storeRule(
  context: Context,
  asked: MappingRule,
  target: TargetProject,
  replaced: readonly ActiveRule[],
): Promise<Identifier<"rul">> {
  const organizationId = context.organization.id;
  const made =
    target.known === null
      ? await ensureProjects(context, new Map([[target.slug, nameOfSlug(target.slug)]]))
      : null;
  const projectId = target.known?.id ?? made?.get(target.slug);
  if (projectId === undefined) throw new Error(`the project ${target.slug} was written and cannot be read`);
  await confirmProject(context, target.slug);
  const retired = replaced.map((rule) =>
    context.db
      .update(mappingRules)
      .set({ retiredAt: context.now })
      .where(and(eq(mappingRules.organizationId, organizationId), eq(mappingRules.id, rule.id))),
  );
  await Promise.all(retired);
  const id = context.newId("rul");
  await context.db.insert(mappingRules).values({ organizationId, id, pattern: asked.pattern, projectId });
  return id;
}

function answer(
  asked: MappingRule,
  id: Identifier<"rul"> | null,
  decided: readonly Decided[],
  rules: RuleBook<MappingRule>,
): Omit<z.output<typeof MappingRuleResult>, "recomputing"> {
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
