import type { Money } from "@headwater/ui/format";
import type { Known, ProjectRatio, Summary } from "../../answers.ts";

/** The sums of a list of projects. Money is exact; what is unknown is left out and counted. */
export interface Totals {
  readonly projects: number;
  readonly usageShare: number;
  readonly minutes: number;
  readonly cash: string;
  readonly giveBack: string;
  /** Null without a target. */
  readonly gap: string | null;
  readonly unknownGiveBack: number;
}

/** Sums over rows, and over the tail's one line where it stands among them. */
export function totalsOf(rows: readonly ProjectRatio[], tail: Summary["tail"] | null): Totals {
  const money = rows.map((row) => row.giveBack.value?.amount ?? null);
  const gaps = rows.map((row) => row.gap.value?.amount ?? null);
  const withTail = tail !== null && tail.projects > 0;
  const sum = (figures: readonly Known<number>[], more: number) =>
    figures.reduce((total, figure) => total + (figure.value ?? 0), more);
  const known = (figures: readonly (string | null)[]) => figures.filter((figure) => figure !== null);
  const allGaps = withTail ? [...gaps, tail.gap.value?.amount ?? null] : gaps;
  return {
    projects: rows.length + (withTail ? tail.projects : 0),
    usageShare: sum(
      rows.map((row) => row.usageShare),
      withTail ? tail.usageShare : 0,
    ),
    minutes: sum(
      rows.map((row) => row.minutes),
      0,
    ),
    cash: sumAmounts(known(rows.map((row) => row.cash.value?.amount ?? null))),
    giveBack: sumAmounts(known(withTail ? [...money, tail.giveBack.value?.amount ?? null] : money)),
    gap: known(allGaps).length === 0 ? null : sumAmounts(known(allGaps)),
    unknownGiveBack: money.filter((amount) => amount === null).length,
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

/** The round figure at which the bars' common axis ends, in whole units of the currency; 0 where there is nothing to draw. */
export function axisEnd(rows: readonly ProjectRatio[]): number {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, unitsOf(row.fairShare), unitsOf(row.giveBack));
  if (largest === 0) return 0;
  const scale = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.2, 1.4, 1.6, 2, 2.5, 3, 4, 5, 6, 8].find((factor) => factor * scale >= largest) ?? 10;
  return step * scale;
}

/** An amount as a number, for lengths and order only; unknown is 0. */
export function unitsOf(money: Known<Money>): number {
  return money.value === null ? 0 : Number(money.value.amount);
}

function decimalsOf(amount: string): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}
