import { addDays, calendarOf } from "./day.ts";
import { monthOf, monthsFrom, startsMonth } from "./period.ts";
import type { Period } from "./period.ts";

/** The shortest form that parsePeriod reads back as the same days: `2026`, `2026-Q3`, `2026-07`, `2026-03..2026-08`, days. */
export function printPeriod(period: Period): string {
  const lastDay = addDays(period.end, -1);
  if (!startsMonth(period.start) || !startsMonth(period.end)) {
    return lastDay === period.start ? period.start : `${period.start}..${lastDay}`;
  }
  const { year, month } = calendarOf(period.start);
  if (month === 1 && monthsFrom(year, 1, 12).end === period.end) return period.start.slice(0, 4);
  if (month % 3 === 1 && monthsFrom(year, month, 3).end === period.end) {
    return `${period.start.slice(0, 4)}-Q${(month + 2) / 3}`;
  }
  const firstMonth = monthOf(period.start);
  const lastMonth = monthOf(lastDay);
  return firstMonth === lastMonth ? firstMonth : `${firstMonth}..${lastMonth}`;
}
