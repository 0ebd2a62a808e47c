import { ListPeriods, PeriodStates } from "@headwater/contract/organization";
import { periodStates } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { inForcePage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";

/** Each period of which something was said, with what was said last. */
export const listPeriods = reading({
  name: "period.list",
  access: "period.read",
  input: ListPeriods,
  output: PeriodStates,
  run: (context, input) =>
    inForcePage(context, {
      input,
      table: periodStates,
      key: periodStates.period,
      parseId: (text) => parseIdentifier("per", text),
      parseKey: textKey,
      read: (condition, order, limit) =>
        context.db
          .selectDistinctOn([periodStates.period], {
            period: periodStates.period,
            start: periodStates.start,
            end: periodStates.end,
            state: periodStates.state,
          })
          .from(periodStates)
          .where(condition)
          .orderBy(...order)
          .limit(limit),
      keyOf: (row) => row.period,
    }),
});
