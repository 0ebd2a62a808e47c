import { PeriodState, SetPeriod } from "@headwater/contract/organization";
import { periodStates } from "@headwater/db/tables";
import { badField, writing } from "../operation/index.ts";
import { periodOf, stateOf, strictness } from "./state.ts";

/** Closes a period or opens it again. Every change is a row of its own; the newest one counts. */
export const setPeriod = writing({
  name: "period.set",
  access: "period.close",
  input: SetPeriod,
  output: PeriodState,
  async run(context, input) {
    const period = periodOf(context, input.period);
    const held = await stateOf(context, period);
    if (held.by !== period.period && strictness(held.state) > strictness(input.state))
      throw badField(
        "state",
        `${held.by}, which holds ${period.period}, is ${held.state}; open that one first`,
        "conflict",
      );
    await context.db.insert(periodStates).values({
      organizationId: context.organization.id,
      id: context.newId("per"),
      period: period.period,
      start: period.start,
      end: period.end,
      state: input.state,
    });
    return { ...period, state: input.state };
  },
  audit: (period) => ({
    entity: `period:${period.period}`,
    detail: { start: period.start, end: period.end, state: period.state },
  }),
});
