import { addDays, calendarOf, parseDay, type Day } from "./day.ts";
import { monthOf, type Month, type Period } from "./period.ts";

/** A month's part of a period. It is named after the month of its last day. */
export interface MonthPart {
  readonly month: Month;
  readonly period: Period;
}

/**
 * A period cut into months that begin on the day of the month on which it begins, so that they sum to it: calendar
 * months of a quarter, and the twelve months that end with today.
 */
export function monthParts(period: Period): readonly MonthPart[] {
  const length = monthsBetween(period.start, period.end);
  const starts = Array.from({ length }, (_, index) => addMonths(period.start, index) ?? period.start);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? period.end;
    return { month: monthOf(addDays(end, -1)), period: { start, end } };
  });
}

/** As many months as the period has, up to its first day; null where the calendar does not reach so far back. */
export function periodBefore(period: Period): Period | null {
  const start = addMonths(period.start, -monthsBetween(period.start, period.end));
  return start === null ? null : { start, end: period.start };
}

/** The same days of the year before, so many months long; null where the calendar does not reach so far back. */
export function periodYearBefore(period: Period): Period | null {
  const [start, end] = [addMonths(period.start, -12), addMonths(period.end, -12)];
  return start === null || end === null ? null : { start, end };
}

/** Months begun from the one day up to the other, at least one. */
function monthsBetween(start: Day, end: Day): number {
  const [from, to] = [calendarOf(start), calendarOf(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return Math.max(1, months + (to.dayOfMonth > from.dayOfMonth ? 1 : 0));
}

/** The same day of another month, or its last day where it has none such; null outside the calendar. */
function addMonths(day: Day, months: number): Day | null {
  const { year, month, dayOfMonth } = calendarOf(day);
  const index = year * 12 + month - 1 + months;
  const text = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
  for (let date = dayOfMonth; date >= 28 || date === dayOfMonth; date -= 1) {
    const found = parseDay(`${text}-${String(date).padStart(2, "0")}`);
    if (found !== null) return found;
  }
  return null;
}
