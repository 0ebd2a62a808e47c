import { place } from "./scale.ts";

/** Time on one project on one day. */
export interface DayPart {
  readonly project: string;
  readonly minutes: number;
  /** Proposed parts are outlined: they count once somebody accepts them. */
  readonly proposed?: boolean;
}

/** A part in its column, in pixels above the foot. */
export interface PartMark {
  readonly project: string;
  readonly minutes: number;
  readonly proposed: boolean;
  readonly from: number;
  readonly height: number;
}

/** A day of two hours fills most of the column, so that a short week is not drawn as a long one. */
const LEAST_DAY = 140;
const BETWEEN = 2;

/** Height of a minute, the same on all days of the week. */
export function minuteHeight(days: readonly (readonly DayPart[])[], room: number): number {
  const longest = Math.max(LEAST_DAY, ...days.map((parts) => minutesOf(parts)));
  return room / longest;
}

function minutesOf(parts: readonly DayPart[]): number {
  return parts.reduce((sum, { minutes }) => sum + Math.max(0, minutes), 0);
}

/** The parts of a day on top of each other, what is proposed last, two pixels of paper between them. */
export function dayMarks(parts: readonly DayPart[], minute: number): readonly PartMark[] {
  const marks: PartMark[] = [];
  let from = 0;
  const firm = parts.filter(({ proposed }) => proposed !== true);
  const open = parts.filter(({ proposed }) => proposed === true);
  for (const { project, minutes, proposed } of [...firm, ...open]) {
    if (minutes <= 0) continue;
    const space = marks.length === 0 ? 0 : BETWEEN;
    const height = Math.max(1.5, minutes * minute - space);
    marks.push({
      project,
      minutes,
      proposed: proposed === true,
      from: place(from + space),
      height: place(height),
    });
    from += Math.max(minutes * minute, 1.5 + space);
  }
  return marks;
}
