import { addDays, addYears, calendarOf, dayFrom, isYear } from "./day.ts";
import type { Day } from "./day.ts";
import { fiscalYearPeriod } from "./fiscal.ts";
import { monthsFrom } from "./period.ts";
import type { Period } from "./period.ts";

export interface PeriodContext {
  /** Today in the organization's time zone. */
  readonly today: Day;
  /** Month 1 to 12 on whose first day the fiscal year begins. */
  readonly fiscalYearStart: number;
}

export interface PeriodError {
  readonly code: "bad-period" | "impossible-day" | "period-ends-before-start" | "period-out-of-range";
  /** A sentence that says what to do. */
  readonly message: string;
}

type Parsed = Period | { readonly error: PeriodError };

/**
 * `ttm` · `2026` · `2026-Q3` · `2026-07` · `2026-07-14` · `fy2026` (the fiscal year that begins in 2026) ·
 * and any two of year, quarter, month, day as `2026-03..2026-08`, both ends included.
 */
export function parsePeriod(text: string, context: PeriodContext): Parsed {
  const written = text.trim().toLowerCase();
  if (written === "ttm") return trailingTwelveMonths(context.today);
  const fiscal = /^fy(\d{4})$/.exec(written);
  if (fiscal !== null) return fiscalYear(Number(fiscal[1]), context.fiscalYearStart) ?? outOfRange(written);
  const ends = written.split("..");
  if (ends.length === 1) return parseSpan(written);
  if (ends.length === 2) return parseRange(ends[0] ?? "", ends[1] ?? "");
  return notAPeriod(written);
}

function fiscalYear(begins: number, fiscalYearStart: number): Period | null {
  const year = fiscalYearPeriod(begins, fiscalYearStart);
  return year === null ? null : { start: year.start, end: year.end };
}

/** Twelve months that end with today: from tomorrow a year ago, so that 28 February looks back to 1 March. */
function trailingTwelveMonths(today: Day): Parsed {
  if (!isYear(calendarOf(today).year - 1)) return outOfRange("ttm");
  const end = addDays(today, 1);
  return { start: addYears(end, -1), end };
}

function parseRange(from: string, to: string): Parsed {
  const first = parseSpan(from.trim());
  if ("error" in first) return first;
  const last = parseSpan(to.trim());
  if ("error" in last) return last;
  if (last.end <= first.start) {
    return refuse(
      "period-ends-before-start",
      `${from.trim()}..${to.trim()} ends before it starts; write the earlier end first.`,
    );
  }
  return { start: first.start, end: last.end };
}

/** One year, quarter, month or day. */
function parseSpan(text: string): Parsed {
  const match = /^(\d{4})(?:-(?:q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (match === null) return notAPeriod(text);
  const [, yearText, quarter, month, dayOfMonth] = match;
  const year = Number(yearText);
  if (!isYear(year)) return outOfRange(text);
  if (quarter !== undefined) return monthsFrom(year, Number(quarter) * 3 - 2, 3);
  if (month === undefined) return monthsFrom(year, 1, 12);
  const day = dayFrom(year, Number(month), dayOfMonth === undefined ? 1 : Number(dayOfMonth));
  if (day === null)
    return refuse("impossible-day", `${text} is not in the calendar; write a real month or day.`);
  return dayOfMonth === undefined ? monthsFrom(year, Number(month), 1) : { start: day, end: addDays(day, 1) };
}

function notAPeriod(text: string): Parsed {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return refuse(
    "bad-period",
    `"${shown}" is not a period; write ttm, 2026, 2026-Q3, 2026-07, fy2026 or 2026-03..2026-08.`,
  );
}

function outOfRange(text: string): Parsed {
  return refuse("period-out-of-range", `${text} is out of range; write years from 1900 to 9998.`);
}

function refuse(code: PeriodError["code"], message: string): Parsed {
  return { error: { code, message } };
}
