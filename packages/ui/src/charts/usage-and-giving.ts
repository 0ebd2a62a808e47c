import { axisRoom } from "./room.ts";
import { type Axis, fromZero, largest, niceAxis, place, share } from "./scale.ts";

/** A month of one project, in the units of both axes. Null is unknown. */
export interface UsageMonth {
  /** The month on the axis, one letter. */
  readonly letter: string;
  readonly usage: number | null;
  readonly given: number | null;
  /** The part of what was given that is estimated, 0 to 1. */
  readonly estimated?: number;
}

export interface UsageAndGiving {
  readonly months: readonly UsageMonth[];
  /** So many of the first months belong to the year before. */
  readonly before: number;
  /** Of one month, in the unit of giving. */
  readonly fairShare: number | null;
  /** Whether a lane above the usage is needed for words of events. */
  readonly events: boolean;
  /** How values are written on both axes, so that their words get room. */
  readonly written: (value: number) => string;
}

export interface UsageAndGivingMarks {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Width of a month. */
  readonly step: number;
  readonly usage: Panel & UsageMarks;
  readonly giving: Panel & {
    readonly bars: readonly (MonthMark | null)[];
    readonly fairShare: number | null;
  };
  /** Where this period begins; null without a year before. */
  readonly parting: number | null;
  /** Base lines of words. */
  readonly lanes: { readonly title: number; readonly period: number; readonly events: number };
  readonly letters: readonly { readonly letter: string; readonly x: number }[];
}

export interface Panel {
  readonly top: number;
  readonly foot: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

interface UsageMarks {
  /** The stepped line of each run of known months, and the area under it. */
  readonly lines: readonly string[];
  readonly areas: readonly string[];
  /** Height of each month's step; null is unknown. */
  readonly levels: readonly (number | null)[];
}

/** A bar of half the month's width: solid from the foot, hatched above that as far as it is estimated. */
export interface MonthMark {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly hatched: number;
}

/** Room for the last value. */
const RIGHT = 36;
const USAGE_HEIGHT = 96;
const GIVING_HEIGHT = 84;
/** Between the panels stands the title of the lower one. */
const BETWEEN = 34;
const LETTER_ROOM = 12;
/** Below this width the words of the periods need a lane of their own, and bars have no room for words. */
export const NARROW = 520;

/** Both panels over one axis of months, the year before in the same scale. */
export function usageAndGivingMarks(data: UsageAndGiving, width: number): UsageAndGivingMarks {
  const { months } = data;
  const usageAxis = niceAxis(largest(months.map((month) => month.usage)), 4);
  const givingAxis = niceAxis(largest([...months.map(({ given }) => given), data.fairShare]), 3);
  const left = axisRoom([...usageAxis.ticks, ...givingAxis.ticks].map(data.written));
  const right = Math.max(left + 60, width - RIGHT);
  const step = (right - left) / Math.max(1, months.length);
  const period = width < NARROW && data.before > 0 ? 25 : 11;
  const events = period + 16;
  const top = (data.events ? events : period) + 11;
  const usage = panel(top, USAGE_HEIGHT, usageAxis);
  const giving = panel(usage.foot + BETWEEN, GIVING_HEIGHT, givingAxis);
  const levels = months.map((month) => (month.usage === null ? null : place(usage.at(month.usage))));
  return {
    height: giving.foot + 22,
    left,
    right,
    step,
    usage: { ...usage, levels, ...steps(levels, { left, step, foot: usage.foot }) },
    giving: {
      ...giving,
      bars: months.map((month, index) => bar(month, left + index * step, step, giving)),
      fairShare: data.fairShare === null ? null : place(giving.at(data.fairShare)),
    },
    parting: data.before > 0 ? place(left + data.before * step) : null,
    lanes: { title: 11, period, events },
    letters: letters(months, left, step),
  };
}

/** The month at a place of the drawing. */
export function monthAt(marks: UsageAndGivingMarks, x: number): number {
  return Math.floor((x - marks.left) / marks.step);
}

function panel(top: number, height: number, axis: Axis) {
  const foot = top + height;
  const scale = fromZero(axis.end, height);
  const at = (value: number) => foot - scale(value);
  return { top, foot, at, ticks: axis.ticks.map((value) => ({ value, y: place(at(value)) })) };
}

/** A stepped line and its area for each unbroken run of known months. */
function steps(
  levels: readonly (number | null)[],
  { left, step, foot }: { readonly left: number; readonly step: number; readonly foot: number },
) {
  const lines: string[] = [];
  const areas: string[] = [];
  let first = 0;
  for (const [index, level] of levels.entries()) {
    if (level === null) first = index + 1;
    const next = levels[index + 1] ?? null;
    if (level === null || next !== null) continue;
    const from = place(left + first * step);
    const run = levels.slice(first, index + 1).map((known, month) => {
      const end = place(left + (first + month + 1) * step);
      return `V${known ?? foot}H${end}`;
    });
    lines.push(`M${from} ${levels[first] ?? foot}${run.join("")}`);
    areas.push(`M${from} ${foot}${run.join("")}V${foot}Z`);
  }
  return { lines, areas };
}

/** What is above zero is seen; nothing given has no height, and unknown no bar. */
function bar(
  { given, estimated = 0 }: UsageMonth,
  x: number,
  step: number,
  { foot, at }: { readonly foot: number; readonly at: (value: number) => number },
): MonthMark | null {
  if (given === null) return null;
  const height = given > 0 ? Math.max(1.5, place(foot - at(given))) : 0;
  return {
    x: place(x + step / 4),
    width: place(step / 2),
    height,
    hatched: place(height * share(estimated)),
  };
}

/** Where months are narrow only each third is named, counted back from the last. */
function letters(months: readonly UsageMonth[], left: number, step: number) {
  const each = step < LETTER_ROOM ? 3 : 1;
  return months.flatMap(({ letter }, index) =>
    (months.length - 1 - index) % each === 0 ? [{ letter, x: place(left + (index + 0.5) * step) }] : [],
  );
}
