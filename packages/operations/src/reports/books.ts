import type { ReportBooks } from "@headwater/contract/reports";
import { audit, periodStates } from "@headwater/db/tables";
import { type Period, periodOfMonth } from "@headwater/domain/period";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { actorNames } from "../audit/actor-names.ts";
import { monthsIn } from "../giving/months.ts";
import type { Context } from "../operation/index.ts";
import { strictness } from "../periods/state.ts";

type StateRow = typeof periodStates.$inferSelect;

/** Closed once each month that the period touches lies in a closed period; closed since the last of them was. */
export async function booksOf(context: Context, period: Period): Promise<ReportBooks> {
  const said = await context.db
    .selectDistinctOn([periodStates.period])
    .from(periodStates)
    .where(
      and(
        eq(periodStates.organizationId, context.organization.id),
        lt(periodStates.start, period.end),
        gt(periodStates.end, period.start),
      ),
    )
    .orderBy(asc(periodStates.period), desc(periodStates.writtenAt), desc(periodStates.id));
  const months = monthsIn(period).map((month) => strictestOf(said, periodOfMonth(month)));
  const rows = months.filter((row) => row !== null);
  const loosest = rows.toSorted((one, other) => strictness(one.state) - strictness(other.state))[0];
  if (rows.length < months.length || loosest === undefined || loosest.state === "open")
    return { state: "open", since: null, by: null };
  const last = rows.reduce((one, other) => (other.writtenAt > one.writtenAt ? other : one));
  return { state: loosest.state, ...(await closing(context, last)) };
}

function strictestOf(said: readonly StateRow[], month: Period): StateRow | null {
  const holding = said.filter((row) => row.start <= month.start && row.end >= month.end);
  return holding.toSorted((one, other) => strictness(other.state) - strictness(one.state))[0] ?? null;
}

/** Rows of states name nobody; the audit row that was written with one does, to those who may read it. */
async function closing(context: Context, row: StateRow): Promise<Pick<ReportBooks, "since" | "by">> {
  const [written] = await context.db
    .select({ at: audit.at, actor: audit.actor })
    .from(audit)
    .where(
      and(
        eq(audit.organizationId, context.organization.id),
        eq(audit.operation, "period.set"),
        eq(audit.entity, `period:${row.period}`),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1);
  if (written === undefined) return { since: row.writtenAt.toISOString(), by: null };
  const names = context.may("audit.read") ? await actorNames(context, [written.actor]) : null;
  return { since: written.at.toISOString(), by: names?.get(written.actor) ?? null };
}
