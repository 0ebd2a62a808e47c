import { Plan, ReadPlan } from "@headwater/contract/rounds";
import { reading } from "../operation/index.ts";
import { planOfRound } from "./plan.ts";
import { findRound, shownRound } from "./row.ts";
import { shownPlan } from "./shown-plan.ts";

/** How a round splits its budget today: gaps move with what is used and given, decisions stay. */
export const readPlan = reading({
  name: "round.read-plan",
  access: "ratio.read",
  input: ReadPlan,
  output: Plan,
  async run(context, input) {
    const row = await findRound(context, input.id);
    const plan = await planOfRound(context, row);
    return await shownPlan(context, plan, shownRound(context, row), input);
  },
});
