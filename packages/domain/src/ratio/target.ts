import { known, unknown, type Known } from "../known/index.ts";
import { roundHalfEven } from "../money/index.ts";
import { daysOf, epochDay, type Period } from "../period/index.ts";

/** What the company means to give in one fiscal year, in minor units of its currency. */
export interface YearTarget {
  readonly fiscalYear: Period;
  readonly amountMinor: bigint;
}

/**
 * T = Σ over the days of the period of the target of that day's fiscal year ÷ its length (product.md, "Ratios"),
 * summed exactly and rounded once, half to even. Unknown where a day lies in no fiscal year with a target.
 * Fiscal years do not overlap.
 */
export function targetOver(period: Period, targets: readonly YearTarget[]): Known<bigint> {
  let numerator = 0n;
  let denominator = 1n;
  let daysWithTarget = 0;
  for (const { fiscalYear, amountMinor } of targets) {
    const days = sharedDays(period, fiscalYear);
    const yearDays = BigInt(daysOf(fiscalYear));
    numerator = numerator * yearDays + BigInt(days) * amountMinor * denominator;
    denominator *= yearDays;
    daysWithTarget += days;
  }
  return daysWithTarget === daysOf(period)
    ? known(roundHalfEven(numerator, denominator))
    : unknown("no-target");
}

function sharedDays(one: Period, other: Period): number {
  const start = Math.max(epochDay(one.start), epochDay(other.start));
  const end = Math.min(epochDay(one.end), epochDay(other.end));
  return Math.max(0, end - start);
}
