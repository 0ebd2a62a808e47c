import { periodStates } from "@headwater/db/tables";
import type { Day } from "@headwater/domain/period";
import { and, desc, eq, gt, lte } from "drizzle-orm";
import { type Context, Refused } from "../operation/index.ts";

/** Refuses a row whose day lies in a closed period: a published number never moves. */
export async function requireOpen(context: Context, day: Day, field: string): Promise<void> {
  const rows = await context.db
    .select()
    .from(periodStates)
    .where(
      and(
        eq(periodStates.organizationId, context.organization.id),
        lte(periodStates.start, day),
        gt(periodStates.end, day),
      ),
    )
    .orderBy(desc(periodStates.writtenAt), desc(periodStates.id));
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.period)) continue;
    seen.add(row.period);
    if (row.state === "open" || (row.state === "soft-closed" && context.may("period.close"))) continue;
    const sentence = `${day} lies in ${row.period}, which is ${row.state === "closed" ? "closed" : "closed to all but finance"}. Book it on a day of an open period, or ask finance to reopen it.`;
    throw new Refused("period-closed", sentence, { fields: [{ field, message: sentence }] });
  }
}
