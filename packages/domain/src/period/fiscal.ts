import { calendarOf, isYear } from "./day.ts";
import type { Day } from "./day.ts";
import { monthsFrom } from "./period.ts";
import type { Period } from "./period.ts";

/** `year` is the calendar year in which the fiscal year begins. */
export interface FiscalYear extends Period {
  readonly year: number;
}

/** The fiscal year that contains `day`; `fiscalYearStart` is the month, 1 to 12, on whose first day it begins. */
export function fiscalYearOf(day: Day, fiscalYearStart: number): FiscalYear {
  const { year, month } = calendarOf(day);
  const begins = month < fiscalYearStart ? year - 1 : year;
  return { year: begins, ...monthsFrom(begins, fiscalYearStart, 12) };
}

/** The fiscal year that begins in `year`; null where that, or its end, lies outside the calendar of the product. */
export function fiscalYearPeriod(year: number, fiscalYearStart: number): FiscalYear | null {
  if (!isYear(year) || (fiscalYearStart > 1 && !isYear(year + 1))) return null;
  return { year, ...monthsFrom(year, fiscalYearStart, 12) };
}
