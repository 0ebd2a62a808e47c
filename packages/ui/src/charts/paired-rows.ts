import { roughWidth, shortened } from "./room.ts";
import { fromZero, largest, niceAxis, place, share } from "./scale.ts";

/** What we take and give of one project, in the unit of the axis. Null is unknown. */
export interface PairedRow {
  readonly name: string;
  /** A second line in a quieter ink: `6.9 % of usage`. */
  readonly note?: string;
  readonly fair: number | null;
  readonly given: number | null;
  /** What is missing to the fair share, as the server says it; zero where we give it or more. */
  readonly gap: number | null;
  /** The part of what is given that is estimated, 0 to 1. */
  readonly estimated?: number;
}

/** How a row is written; the layout gives each its room. */
export interface PairedFigures {
  readonly fair: string;
  readonly given: string;
  readonly gap: string;
}

export interface PairedMarks {
  readonly height: number;
  /** Where zero stands, and the end of the column of names. */
  readonly zero: number;
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly rows: readonly PairedMark[];
}

export interface PairedMark {
  readonly name: string;
  readonly note: string;
  readonly top: number;
  readonly height: number;
  /** Width of the fair share's bar; null is unknown. */
  readonly use: number | null;
  readonly give: GiveBar | null;
  /** From the end of what is given to the fair share. */
  readonly dimension: { readonly from: number; readonly to: number } | null;
  /** Where both figures stand, behind the longer bar. */
  readonly figures: number;
}

export interface GiveBar {
  /** Zero is a tick on the zero line. */
  readonly width: number;
  /** The end of it that is hatched, inside the width. */
  readonly hatched: number;
}

/** Below this width names keep their place and words go. */
export const NARROW = 520;
/** The first row begins here; ticks are named above. */
export const PAIRED_HEAD = 20;
/** Dots of an unknown length run so far. */
export const UNKNOWN_LENGTH = 84;
const FOOT = 8;
const BEHIND = 8;

/** Where the marks of paired bars stand in a drawing of that width, so that no figure runs into the column of gaps. */
export function pairedMarks(
  rows: readonly PairedRow[],
  written: readonly PairedFigures[],
  width: number,
): PairedMarks {
  const narrow = width < NARROW;
  const height = narrow ? 42 : 46;
  const zero = nameColumn(rows, width, narrow);
  const gaps = roomOf(written.map(({ gap }) => roughWidth(gap, 16))) + 16;
  const axis = niceAxis(largest(rows.flatMap(({ fair, given }) => [fair, given])), narrow ? 3 : 5);
  const length = axisLength({ rows, written, end: axis.end, room: width - gaps - zero });
  const scale = fromZero(axis.end, length);
  return {
    height: PAIRED_HEAD + rows.length * height + FOOT,
    zero,
    ticks: axis.ticks.map((value) => ({ value, x: place(zero + scale(value)) })),
    rows: rows.map((row, index) => ({
      name: shortened(row.name, zero - 10, 13.5),
      note: shortened(row.note ?? "", zero - 10, 11),
      top: PAIRED_HEAD + index * height,
      height,
      ...bars(row, scale, zero),
    })),
  };
}

/** The row at a height of the drawing. */
export function rowAt(marks: PairedMarks, y: number): number {
  const each = marks.rows[0]?.height ?? 1;
  return Math.min(marks.rows.length - 1, Math.max(0, Math.floor((y - PAIRED_HEAD) / each)));
}

function bars(row: PairedRow, scale: (value: number) => number, zero: number) {
  const use = row.fair === null ? null : place(scale(row.fair));
  const give = row.given === null ? null : giveBar(scale(row.given), row.estimated ?? 0);
  const longest = Math.max(use ?? UNKNOWN_LENGTH, give?.width ?? UNKNOWN_LENGTH);
  // A gap without a bar to measure from has no line: its end would be invented.
  const measured = use !== null && give !== null && (row.gap ?? 0) > 0 && use > give.width + 4;
  return {
    use,
    give,
    dimension: measured ? { from: place(zero + give.width + 3), to: place(zero + use - 0.5) } : null,
    figures: place(zero + longest + BEHIND),
  };
}

/** What is above zero is seen, however little it is. */
function giveBar(length: number, estimated: number): GiveBar {
  if (length <= 0) return { width: 0, hatched: 0 };
  const width = place(Math.max(1.5, length));
  return { width, hatched: place(width * share(estimated)) };
}

function nameColumn(rows: readonly PairedRow[], width: number, narrow: boolean): number {
  const names = roomOf(
    rows.map(({ name, note }) => Math.max(roughWidth(name, 13.5), roughWidth(note ?? "", 11))),
  );
  const most = narrow ? Math.round(width * 0.31) : 200;
  return Math.min(most, Math.max(narrow ? 80 : 132, names + 12));
}

/** The room of the axis, or less where a figure behind a bar would not fit otherwise. */
function axisLength(of: {
  readonly rows: readonly PairedRow[];
  readonly written: readonly PairedFigures[];
  readonly end: number;
  readonly room: number;
}): number {
  const lengths = of.rows.map(({ fair, given }, index) => {
    const part = Math.max(fair ?? 0, given ?? 0) / of.end;
    const figures = of.written[index];
    const words = Math.max(roughWidth(figures?.fair ?? ""), roughWidth(figures?.given ?? ""));
    return part > 0 ? (of.room - BEHIND - words) / part : of.room;
  });
  return Math.max(40, place(Math.min(of.room, ...lengths)));
}

function roomOf(widths: readonly number[]): number {
  return Math.max(0, ...widths);
}
