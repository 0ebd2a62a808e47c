import {
  addDays,
  parseDay,
  fiscalYearOf,
  fiscalYearPeriod,
  type PeriodContext,
  parsePeriod,
  printPeriod,
} from "@headwater/domain/period";

/**
 * The period before or after, of the same length: quarter to quarter, twelve months to twelve months, fiscal year to
 * fiscal year. Null where there is none, because it would begin after today. Twelve months that reach past today are
 * `ttm` again.
 */
export function neighbour(period: string, direction: -1 | 1, context: PeriodContext): string | null {
  const now = monthIndex(context.today);
  // A step back from ttm leads to the last twelve complete months before it, which then step by twelve.
  if (period === "ttm") return direction === 1 ? null : printMonths(now - 24, 12, context);
  const fiscal = /^fy(\d{4})$/.exec(period);
  if (fiscal !== null) return fiscalNeighbour(Number(fiscal[1]) + direction, context);
  const [first, length] = monthsOf(period, context);
  const start = first + direction * length;
  if (length === 0 || start > now) return null;
  const isCalendarYear = /^\d{4}$/.test(period);
  return length === 12 && !isCalendarYear && start + length >= now
    ? "ttm"
    : printMonths(start, length, context);
}

function fiscalNeighbour(year: number, { today, fiscalYearStart }: PeriodContext): string | null {
  const next = fiscalYearPeriod(year, fiscalYearStart);
  return next === null || next.start > today ? null : `fy${year}`;
}

/** The last quarter of the calendar that is over. */
export function lastCompleteQuarter(today: string): string {
  const index = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3) - 1;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

/** The last day inside a half-open period that ends before `end`. */
export function lastDayOf(end: string): string {
  const day = parseDay(end);
  return day === null ? end : addDays(day, -1);
}

/**
 * What is offered to choose from: the trailing year, this and the last year, and the quarters up to now. Years are
 * fiscal ones where the organization's do not begin in January.
 */
export function usualPeriods({ today, fiscalYearStart }: PeriodContext): readonly string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const quarters = [0, 1, 2, 3].map((back) => {
    const index = year * 4 + quarter - back;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  });
  const fiscal = fiscalYearOf(today, fiscalYearStart).year;
  const years =
    fiscalYearStart === 1 ? [`${year}`, `${year - 1}`] : [`fy${fiscal}`, `fy${fiscal - 1}`, `${year}`];
  return ["ttm", ...years, ...quarters];
}

/** First month as months since year 0, and the number of months; length 0 for a period that is not of whole months. */
function monthsOf(period: string, context: PeriodContext): [number, number] {
  const parsed = parsePeriod(period, context);
  if ("error" in parsed || !parsed.start.endsWith("-01") || !parsed.end.endsWith("-01")) return [0, 0];
  return [monthIndex(parsed.start), monthIndex(parsed.end) - monthIndex(parsed.start)];
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function printMonths(first: number, length: number, context: PeriodContext): string {
  const range = `${monthName(first)}..${monthName(first + length - 1)}`;
  const parsed = parsePeriod(range, context);
  return "error" in parsed ? range : printPeriod(parsed);
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
