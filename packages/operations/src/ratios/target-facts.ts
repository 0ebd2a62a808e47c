import { headcounts, targets } from "@headwater/db/tables";
import { known, unknown, type Known } from "@headwater/domain/known";
import { fiscalYearPeriod, monthOf, type Day, type Period } from "@headwater/domain/period";
import { targetOver } from "@headwater/domain/ratio";
import { addDays } from "@headwater/domain/period";
import { asc, eq } from "drizzle-orm";
import { exchangeOn } from "../giving/value.ts";
import { convertMinor } from "@headwater/domain/money";
import type { Context } from "../operation/index.ts";

export interface TargetFacts {
  readonly target: Known<bigint>;
  /** Ids of the rows that the target rests on. */
  readonly rows: readonly string[];
}

/** T of the period from the newest row of each fiscal year. */
export async function targetFacts(context: Context, period: Period): Promise<TargetFacts> {
  const rows = await context.db
    .select()
    .from(targets)
    .where(eq(targets.organizationId, context.organization.id))
    .orderBy(asc(targets.writtenAt), asc(targets.id));
  const newest = new Map(rows.map((row) => [row.year, row]));
  const years = [...newest.values()].flatMap((row) => {
    const fiscalYear = fiscalYearPeriod(row.year, context.organization.fiscalYearStart);
    const touches = fiscalYear !== null && fiscalYear.start < period.end && fiscalYear.end > period.start;
    return fiscalYear === null || !touches || row.valueMinor === null
      ? []
      : [{ id: row.id, fiscalYear, amountMinor: row.valueMinor }];
  });
  return { target: targetOver(period, years), rows: years.map((year) => year.id) };
}

export interface HeadcountFacts {
  readonly developers: Known<number>;
  readonly rows: readonly string[];
}

/** Mean of full-time developers over the months of the period; a month without a figure has that of the last one that has. */
export async function headcountFacts(context: Context, period: Period): Promise<HeadcountFacts> {
  const rows = await context.db
    .select()
    .from(headcounts)
    .where(eq(headcounts.organizationId, context.organization.id))
    .orderBy(asc(headcounts.month), asc(headcounts.writtenAt), asc(headcounts.id));
  const newest = new Map(rows.map((row) => [row.month, row]));
  const stated = [...newest.values()];
  const used: typeof stated = [];
  for (const month of monthsOf(period)) {
    const row = stated.findLast((candidate) => candidate.month <= month) ?? null;
    if (row !== null) used.push(row);
  }
  if (used.length === 0) return { developers: unknown("no-headcount"), rows: [] };
  const mean = used.reduce((sum, row) => sum + Number(row.developers), 0) / used.length;
  return { developers: known(mean), rows: [...new Set(used.map((row) => row.id))] };
}

function monthsOf(period: Period): string[] {
  const months: string[] = [];
  const last: Day = addDays(period.end, -1);
  let day = period.start;
  while (monthOf(day) <= monthOf(last)) {
    const month = monthOf(day);
    months.push(month);
    // From any day of a month, 32 days after its first lie in the next.
    const next = addDays(day, 32 - Number(day.slice(8)));
    day = addDays(next, 1 - Number(next.slice(8)));
  }
  return months;
}

/** The smallest gift in the organization's currency at today's rate; null where no rate is known, and then there is no tail. */
export async function smallestGiftMinor(context: Context): Promise<bigint | null> {
  const { smallestGiftMinor: amount, smallestGiftCurrency: currency } = context.organization;
  const exchange = await exchangeOn(context, context.today, currency);
  return exchange === null
    ? null
    : convertMinor(amount, currency, context.organization.currency, exchange.rate);
}
