import { parseDay, type Period } from "@headwater/domain/period";
import type { VisibleTotals } from "./visible-totals.ts";

/** The company's figures of one period, before anything of them is hidden from whoever asks. */
export interface TrendFigures {
  readonly period: Period;
  readonly summary: VisibleTotals["summary"];
  /** The team as a whole would say what a person did. */
  readonly whole: boolean;
  /** So would the figures that are made of each project's. */
  readonly each: boolean;
}

/** What was computed of the periods around one, kept beside its figures. */
export interface Trend {
  readonly before: TrendFigures | null;
  readonly yearBefore: TrendFigures | null;
  readonly ends: readonly TrendFigures[];
}

/** How many ends of months a trend goes back. */
const ENDS = 12;

/**
 * Periods as long as the given one that end with one of the last twelve months before it ended, the earliest first: for
 * the twelve months up to 22 November those up to the end of November a year ago, of December, … and of October.
 * A period of days counts as the months that it has begun.
 */
export function trendWindows({ start, end }: Period): readonly Period[] {
  const last = monthIndex(end);
  const months = Math.max(1, monthIndex(end) - monthIndex(start) + (end.slice(8) > start.slice(8) ? 1 : 0));
  return Array.from({ length: ENDS }, (_, place) => last - ENDS + 1 + place).flatMap((index) => {
    const [from, to] = [parseDay(firstOf(index - months)), parseDay(firstOf(index))];
    return from === null || to === null ? [] : [{ start: from, end: to }];
  });
}

/** Months since the year 0. */
function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}
