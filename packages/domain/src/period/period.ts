import { addYears, calendarOf, epochDay, firstOfMonth, isYear } from "./day.ts";
import type { Day } from "./day.ts";

/** Half-open: `start` belongs to it, `end` does not. `end` is after `start`. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

declare const monthBrand: unique symbol;

/** A calendar month as `YYYY-MM`. */
export type Month = string & { readonly [monthBrand]: "Month" };

/** The mean length of a month, 365.25 ÷ 12 (product.md, "months behind"). */
const DAYS_PER_MONTH = 30.4375;

export function daysOf(period: Period): number {
  return epochDay(period.end) - epochDay(period.start);
}

/** days ÷ 30.4375, but 12 for a full year of 365 or 366 days (product.md, "months behind"). */
export function monthsOf(period: Period): number {
  return isFullYear(period) ? 12 : daysOf(period) / DAYS_PER_MONTH;
}

/** From any day to the day before the same day of the next year: a calendar year, a fiscal year, the trailing twelve months. */
export function isFullYear(period: Period): boolean {
  const days = daysOf(period);
  if (days < 365 || days > 366) return false;
  // Two directions, because 29 February has no same day in the years beside it.
  return addYears(period.start, 1) === period.end || addYears(period.end, -1) === period.start;
}

export function monthOf(day: Day): Month {
  return brandMonth(day.slice(0, 7));
}

/** Null for anything but `YYYY-MM` of the years 1900 to 9998. */
export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null || !isYear(Number(match[1]))) return null;
  return brandMonth(text);
}

export function periodOfMonth(month: Month): Period {
  return monthsFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);
}

/** `count` calendar months from the first of the given month (1 to 12). */
export function monthsFrom(year: number, month: number, count: number): Period {
  const last = year * 12 + (month - 1) + count;
  return { start: firstOfMonth(year, month), end: firstOfMonth(Math.floor(last / 12), (last % 12) + 1) };
}

/** True for the first day of a month. */
export function startsMonth(day: Day): boolean {
  return calendarOf(day).dayOfMonth === 1;
}

function brandMonth(text: string): Month {
  return text as Month;
}
