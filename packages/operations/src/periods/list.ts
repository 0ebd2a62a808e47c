import { ListPeriods, PeriodStates } from "@headwater/contract/organization";
import { periodStates } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, asc, desc, eq } from "drizzle-orm";
import { keyedPage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";

/** Each period of which something was said, with what was said last. */
export const listPeriods = reading({
  name: "period.list",
  access: "period.read",
  input: ListPeriods,
  output: PeriodStates,
  run: (context, input) => {
    const own = eq(periodStates.organizationId, context.organization.id);
    return keyedPage({
      input,
      id: periodStates.id,
      key: periodStates.period,
      parseId: (text) => parseIdentifier("per", text),
      parseKey: textKey,
      read: (condition, limit) =>
        context.db
          .selectDistinctOn([periodStates.period], {
            period: periodStates.period,
            start: periodStates.start,
            end: periodStates.end,
            state: periodStates.state,
          })
          .from(periodStates)
          .where(and(own, condition))
          .orderBy(asc(periodStates.period), desc(periodStates.writtenAt), desc(periodStates.id))
          .limit(limit),
      keyOf: (row) => row.period,
      newestId: async () => {
        const [row] = await context.db
          .select({ id: periodStates.id })
          .from(periodStates)
          .where(own)
          .orderBy(desc(periodStates.id))
          .limit(1);
        return row?.id ?? null;
      },
    });
  },
});
