import { addDays } from "../period/index.ts";
import type { Day } from "../period/index.ts";
import { weekdayOf } from "../period/day.ts";

/** The first day of the week that a day lies in. `weekStart` is 1 Monday to 7 Sunday, as ISO 8601 numbers them. */
export function weekOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** The middle of whole minutes, of an even number of them the mean of the middle two, rounded up; null of none. */
export function medianOf(minutes: readonly number[]): number | null {
  const sorted = minutes.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : Math.ceil((lower + upper) / 2);
}
