import { epochDay, type Period } from "../period/index.ts";

/** Days [start, end) as days since 1970-01-01; null is open. */
export interface DayRange {
  readonly start: number | null;
  readonly end: number | null;
}

/** Days of a period, numbered from 0. */
export interface PeriodDays {
  readonly count: number;
  /** First day of the range inside the period; `count` where it lies behind it. */
  startOf(range: DayRange): number;
  /** Day after the last one inside the period; never before `startOf` of a range that is in order. */
  endOf(range: DayRange): number;
}

export function periodDays(period: Period): PeriodDays {
  const first = epochDay(period.start);
  const count = Math.max(0, epochDay(period.end) - first);
  const inside = (day: number): number => Math.min(count, Math.max(0, day - first));
  return {
    count,
    startOf: ({ start }) => (start === null ? 0 : inside(start)),
    endOf: ({ end }) => (end === null ? count : inside(end)),
  };
}
