import { MappingRule, RetireMappingRule } from "@headwater/contract/mapping";
import { mappingRules } from "@headwater/db/tables";
import { parsePattern } from "@headwater/domain/package";
import { and, eq } from "drizzle-orm";
import { Refused, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { coveredPackages } from "./covered-packages.ts";
import { activeRules, decideAnew, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";

/** Its packages fall back to other rules, to what files state, and else to projects of their own. The answer counts those that moved. */
export const retireMappingRule = writing({
  name: "mapping-rule.retire",
  access: "mapping.change",
  input: RetireMappingRule,
  output: MappingRule,
  async run(context, input, runtime) {
    await lockMapping(context);
    const rules = await activeRules(context);
    const rule = rules.find(({ id }) => id === input.id);
    if (rule === undefined)
      throw new Refused("not-found", `There is no rule ${JSON.stringify(input.id)} in force here.`);
    const pattern = parsePattern(rule.pattern);
    if ("error" in pattern) throw new Error(`stored pattern ${rule.pattern}: ${pattern.error.message}`);
    await context.db
      .update(mappingRules)
      .set({ retiredAt: context.now })
      .where(and(eq(mappingRules.organizationId, context.organization.id), eq(mappingRules.id, rule.id)));
    const covered = await coveredPackages(context, pattern);
    const remaining = rules.filter((other) => other !== rule);
    const moved = await storeDecided(context, await decideAnew(context, covered, remaining));
    await recomputeProductsOf(context, runtime, moved);
    return { id: rule.id, pattern: rule.pattern, project: rule.project, packages: moved.length };
  },
  audit: (rule) => ({
    entity: `mapping-rule:${rule.id}`,
    detail: { pattern: rule.pattern, project: rule.project, moved: rule.packages },
  }),
});
