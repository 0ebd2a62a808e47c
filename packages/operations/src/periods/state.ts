import { periodStates } from "@headwater/db/tables";
import { parsePeriod, printPeriod, type Period } from "@headwater/domain/period";
import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";

export type State = "open" | "soft-closed" | "closed";

export interface NamedPeriod extends Period {
  /** The shortest form that means the same days: `2026-Q3` for `2026-07..2026-09`. */
  readonly period: string;
}

/** A period whose state can be said: whole months, and none that moves from day to day. */
export function periodOf(context: Context, text: string): NamedPeriod {
  const period = parsePeriod(text, {
    today: context.today,
    fiscalYearStart: context.organization.fiscalYearStart,
  });
  if ("error" in period) throw badField("period", period.error.message);
  const wholeMonths = period.start.endsWith("-01") && period.end.endsWith("-01");
  if (!wholeMonths || text.trim().toLowerCase() === "ttm")
    throw badField(
      "period",
      `${JSON.stringify(text)} cannot be closed; write a month, a quarter or a year, such as 2026-07 or 2026-Q3`,
    );
  return { period: printPeriod(period), ...period };
}

/** The strictest state of the period and of every longer one that holds it; open where nothing was said. */
export async function stateOf(
  context: Context,
  period: NamedPeriod,
): Promise<{ readonly state: State; readonly by: string }> {
  const rows = await context.db
    .selectDistinctOn([periodStates.period])
    .from(periodStates)
    .where(
      and(
        eq(periodStates.organizationId, context.organization.id),
        lte(periodStates.start, period.start),
        gte(periodStates.end, period.end),
      ),
    )
    .orderBy(asc(periodStates.period), desc(periodStates.writtenAt), desc(periodStates.id));
  let strictest: { state: State; by: string } = { state: "open", by: period.period };
  for (const row of rows)
    if (strictness(row.state) > strictness(strictest.state)) strictest = { state: row.state, by: row.period };
  return strictest;
}

export function strictness(state: State): number {
  return ["open", "soft-closed", "closed"].indexOf(state);
}
