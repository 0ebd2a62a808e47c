import type { RatioRow, Summary } from "@headwater/contract/ratios";

/** The sums of a list of projects. Money is exact; what is unknown is left out and counted. */
export interface Totals {
  readonly projects: number;
  readonly usageShare: number;
  readonly minutes: number;
  readonly cash: string;
  readonly giveBack: string;
  /** Null without a target. */
  readonly gap: string | null;
}

/** The sums of a list that is narrowed by a filter. */
export function totalsOf(rows: readonly RatioRow[]): Totals {
  const gaps = known(rows.map((row) => row.gap));
  return {
    projects: rows.length,
    usageShare: rows.reduce((sum, row) => sum + (row.usageShare ?? 0), 0),
    minutes: rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0),
    cash: sumAmounts(known(rows.map((row) => row.cash))),
    giveBack: sumAmounts(known(rows.map((row) => row.giveBack))),
    gap: gaps.length === 0 ? null : sumAmounts(gaps),
  };
}

/** The sums of the whole, as the server says them: with what was given to the tail as such, without pooled money. */
export function totalsOfAll(summary: Summary, rows: readonly RatioRow[]): Totals {
  const pooled = summary.pooled.startsWith("-") ? summary.pooled.slice(1) : `-${summary.pooled}`;
  return {
    projects: rows.length,
    usageShare: totalsOf(rows).usageShare,
    minutes: summary.minutes,
    cash: summary.cash,
    giveBack: sumAmounts([summary.giveBack, pooled]),
    gap: summary.gap,
  };
}

/** The exact sum of decimal strings, with as many decimals as the longest has. */
export function sumAmounts(amounts: readonly string[]): string {
  const digits = Math.max(0, ...new Set(amounts.map(decimalsOf)));
  let sum = 0n;
  for (const amount of amounts) {
    const [whole = "0", fraction = ""] = amount.split(".");
    sum += BigInt(whole + fraction.padEnd(digits, "0"));
  }
  const size = String(sum < 0n ? -sum : sum).padStart(digits + 1, "0");
  const sign = sum < 0n ? "-" : "";
  return digits === 0 ? sign + size : `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/**
 * The round figure at which the bars' common axis ends, in whole units of the currency; 0 where there is nothing to
 * draw. It holds every fair share. A gift far above it is cut and marked, lest one makes all others too small to read;
 * where nobody can say what is fair, it holds every gift.
 */
export function axisEnd(rows: readonly RatioRow[]): number {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, unitsOf(row.fairShare));
  if (largest === 0) for (const row of rows) largest = Math.max(largest, unitsOf(row.giveBack));
  if (largest === 0) return 0;
  const scale = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.2, 1.4, 1.6, 2, 2.5, 3, 4, 5, 6, 8].find((factor) => factor * scale >= largest) ?? 10;
  return step * scale;
}

/** An amount as a number, for lengths and order only; unknown is 0. */
export function unitsOf(amount: string | null): number {
  return amount === null ? 0 : Number(amount);
}

function known(amounts: readonly (string | null)[]): readonly string[] {
  return amounts.filter((amount) => amount !== null);
}

function decimalsOf(amount: string): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}
