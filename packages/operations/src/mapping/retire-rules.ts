import { RetiredMappingRules, RetireMappingRules } from "@headwater/contract/mapping";
import { type Context, Refused, type Runtime, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { packagesUnder } from "./covered-packages.ts";
import { type ActiveRule, activeRules, decideAnew, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { patternOf, retireRules } from "./store-rules.ts";

/** Many rules in one transaction, as when proposals that were accepted together are taken back. */
export const retireMappingRules = writing({
  name: "mapping-rule.retire-many",
  access: "mapping.change",
  input: RetireMappingRules,
  output: RetiredMappingRules,
  run: (context, input, runtime) => retired(context, runtime, input.ids),
  audit: (result) => ({
    entity: null,
    detail: { rules: result.rules.map(({ id }) => id), moved: result.moved, recomputing: result.recomputing },
  }),
});

/** Retires rules; their packages fall back to other rules, to what files state, and else to projects of their own. */
export async function retired(context: Context, runtime: Runtime, ids: readonly string[]) {
  await lockMapping(context);
  const rules = await activeRules(context);
  const gone = [...new Set(ids)].map((id) => ruleOf(rules, id));
  await retireRules(context, gone);
  const covered = await packagesUnder(
    context,
    gone.map(({ pattern }) => patternOf(pattern)),
  );
  const decided = await decideAnew(
    context,
    covered,
    rules.filter((rule) => !gone.includes(rule)),
  );
  const moved = await storeDecided(context, decided);
  return {
    rules: gone.map(({ id, pattern, project }) => ({ id, pattern, project, packages: 0 })),
    moved: moved.length,
    recomputing: await recomputeProductsOf(context, runtime, moved),
  };
}

function ruleOf(rules: readonly ActiveRule[], id: string): ActiveRule {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined)
    throw new Refused("not-found", `There is no rule ${JSON.stringify(id)} in force here.`);
  return rule;
}
