import { PeriodState, ReadPeriod } from "@headwater/contract/organization";
import { reading } from "../operation/index.ts";
import { periodOf, stateOf } from "./state.ts";

/** Open where nobody closed it or a period that holds it. */
export const readPeriod = reading({
  name: "period.read",
  access: "period.read",
  input: ReadPeriod,
  output: PeriodState,
  async run(context, input) {
    const period = periodOf(context, input.period);
    const { state } = await stateOf(context, period);
    return { ...period, state };
  },
});
