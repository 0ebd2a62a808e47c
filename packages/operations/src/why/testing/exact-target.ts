import type { NamedFacts } from "./facts.ts";

/** Half to even; the divisor is above 0. */
export function halfEven(over: bigint, under: bigint): bigint {
  const sign = over < 0n ? -1n : 1n;
  const size = over * sign;
  const [whole, rest] = [size / under, (size % under) * 2n];
  const up = rest > under || (rest === under && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
}

/** For each day the target of its fiscal year by the days of that year; null where a day has none. */
export function exactTarget(
  targets: NamedFacts["targets"],
  start: string,
  end: string,
  fiscalYearStart: number,
): bigint | null {
  let [over, under] = [0n, 1n];
  for (let day = new Date(start); day < new Date(end); day = new Date(day.getTime() + 86_400_000)) {
    const year = day.getUTCMonth() + 1 >= fiscalYearStart ? day.getUTCFullYear() : day.getUTCFullYear() - 1;
    const row = targets.find((target) => target.year === year);
    if (row === undefined || row.valueMinor === null) return null;
    const length = BigInt(
      Math.round(
        (Date.UTC(year + 1, fiscalYearStart - 1) - Date.UTC(year, fiscalYearStart - 1)) / 86_400_000,
      ),
    );
    if (under % length === 0n) over += row.valueMinor * (under / length);
    else [over, under] = [over * length + row.valueMinor * under, under * length];
  }
  return halfEven(over, under);
}

/** Millionths of the mean over the months that have a figure, or had one before; null where none has. */
export function meanDevelopers(
  headcounts: NamedFacts["headcounts"],
  start: string,
  end: string,
): bigint | null {
  const sorted = headcounts.toSorted((one, other) => (one.month < other.month ? -1 : 1));
  const last = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 7);
  let [sum, months] = [0n, 0n];
  for (let month = start.slice(0, 7); month <= last; month = nextMonth(month)) {
    const row = sorted.findLast((candidate) => candidate.month <= month);
    if (row === undefined) continue;
    sum += BigInt(row.developers.replace(".", ""));
    months += 1n;
  }
  return months === 0n ? null : halfEven(sum * 10_000n, months);
}

function nextMonth(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}
