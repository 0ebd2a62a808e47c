import { parsePeriod, printPeriod, type Day } from "@headwater/domain/period";

/**
 * The period before or after, of the same length: quarter to quarter, twelve months to twelve months. Null where
 * there is none, because it would begin after today. Twelve months that reach past today are `ttm` again.
 */
export function neighbour(period: string, direction: -1 | 1, today: Day): string | null {
  const [first, length] = period === "ttm" ? [monthIndex(today) - 11, 12] : monthsOf(period, today);
  if (length === 0) return null;
  // The last complete months end before this month, so that a step back from ttm does not overlap it.
  const start = period === "ttm" ? first - 1 + direction * length : first + direction * length;
  if (start > monthIndex(today)) return null;
  if (period === "ttm" && direction === 1) return null;
  const text = printMonths(start, length, today);
  const reachesPastToday = length === 12 && start + length - 1 >= monthIndex(today) && !/^\d{4}$/.test(period);
  return reachesPastToday ? "ttm" : text;
}

/** What is offered to choose from: the trailing year, this and the last year, and the quarters up to now. */
export function usualPeriods(today: Day): readonly string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const quarters = [0, 1, 2, 3].map((back) => {
    const index = year * 4 + quarter - back;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  });
  return ["ttm", String(year), String(year - 1), ...quarters];
}

/** First month as months since year 0, and the number of months; length 0 for a period that is not of whole months. */
function monthsOf(period: string, today: Day): [number, number] {
  const parsed = parsePeriod(period, { today, fiscalYearStart: 1 });
  if ("error" in parsed || !parsed.start.endsWith("-01") || !parsed.end.endsWith("-01")) return [0, 0];
  return [monthIndex(parsed.start), monthIndex(parsed.end) - monthIndex(parsed.start)];
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function printMonths(first: number, length: number, today: Day): string {
  const range = `${monthName(first)}..${monthName(first + length - 1)}`;
  const parsed = parsePeriod(range, { today, fiscalYearStart: 1 });
  return "error" in parsed ? range : printPeriod(parsed);
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
