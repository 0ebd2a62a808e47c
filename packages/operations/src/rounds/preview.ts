import { Plan, PreviewRound } from "@headwater/contract/rounds";
import { reading } from "../operation/index.ts";
import { computedPlan } from "./plan.ts";
import { askedSettings } from "./settings.ts";
import { shownPlan } from "./shown-plan.ts";

/** What a budget would do, before a round is begun with it. */
export const previewRound = reading({
  name: "round.preview",
  access: "ratio.read",
  input: PreviewRound,
  output: Plan,
  async run(context, input) {
    const plan = await computedPlan(context, await askedSettings(context, input), new Map());
    return await shownPlan(context, plan, null, input);
  },
});
