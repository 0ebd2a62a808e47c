import { RetiredMappingRule, RetireMappingRule } from "@headwater/contract/mapping";
import { writing } from "../operation/index.ts";
import { retired } from "./retire-rules.ts";

/** Its packages fall back to other rules, to what files state, and else to projects of their own. The answer counts those that moved. */
export const retireMappingRule = writing({
  name: "mapping-rule.retire",
  access: "mapping.change",
  input: RetireMappingRule,
  output: RetiredMappingRule,
  async run(context, input, runtime) {
    const { rules, moved, recomputing } = await retired(context, runtime, [input.id]);
    const [rule] = rules;
    if (rule === undefined) throw new Error(`the rule ${input.id} was retired and cannot be read`);
    return { ...rule, packages: moved, recomputing };
  },
  audit: (rule) => ({
    entity: `mapping-rule:${rule.id}`,
    detail: {
      pattern: rule.pattern,
      project: rule.project,
      moved: rule.packages,
      recomputing: rule.recomputing,
    },
  }),
});
