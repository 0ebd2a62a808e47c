import { axisRoom } from "./room.ts";
import { fromZero, niceAxis, place } from "./scale.ts";

/** A month, quarter or year. Values follow the series; null is unknown. */
export interface StackedColumn {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface StackedMarks {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  readonly step: number;
  readonly bar: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly columns: readonly ColumnMark[];
  /** Where the names of the series stand, beside the last column, as many as there are series. */
  readonly names: readonly number[];
}

export interface ColumnMark {
  readonly x: number;
  /** One for each series from the foot up. Parts of nothing have no height; unknown ones are missing. */
  readonly parts: readonly { readonly series: number; readonly y: number; readonly height: number }[];
  readonly unknown: boolean;
  /** Sum of what is known. */
  readonly total: number;
}

const TOP = 20;
const ROOM = 132;
const LINE = 15;

/** Columns of at most three parts on one axis, with room at the right for the names of the series. */
export function stackedMarks(
  columns: readonly StackedColumn[],
  of: {
    readonly series: number;
    /** Room for the names of the series. */
    readonly names: number;
    readonly width: number;
    /** How values are written on the axis. */
    readonly written: (value: number) => string;
  },
): StackedMarks {
  const axis = niceAxis(Math.max(0, ...columns.map(totalOf)), 4);
  const left = axisRoom(axis.ticks.map(of.written));
  const right = Math.max(left + 40, of.width - of.names - 12);
  const step = (right - left) / Math.max(1, columns.length);
  const scale = fromZero(axis.end, ROOM);
  const foot = TOP + ROOM;
  const bar = place(Math.min(44, step * 0.5));
  const marks = columns.map((column, index) => ({
    x: place(left + (index + 0.5) * step - bar / 2),
    parts: partsOf(column, scale, foot),
    unknown: column.values.includes(null),
    total: totalOf(column),
  }));
  return {
    left,
    right,
    top: TOP,
    foot,
    step,
    bar,
    ticks: axis.ticks.map((value) => ({ value, y: place(foot - scale(value)) })),
    columns: marks,
    names: nameLines(marks.at(-1), of.series, foot),
  };
}

function totalOf({ values }: StackedColumn): number {
  return values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
}

function partsOf({ values }: StackedColumn, scale: (value: number) => number, foot: number) {
  let below = 0;
  return values.flatMap((value, series) => {
    if (value === null) return [];
    const [from, to] = [scale(below), scale(below + Math.max(0, value))];
    below += Math.max(0, value);
    return [{ series, y: place(foot - to), height: place(to - from) }];
  });
}

/** Beside the middle of each part, pushed up where two names would touch. */
function nameLines(last: ColumnMark | undefined, series: number, foot: number): readonly number[] {
  const lines: number[] = [];
  for (let index = 0; index < series; index++) {
    const part = last?.parts.find((candidate) => candidate.series === index);
    const wanted = part === undefined ? foot : part.y + part.height / 2 + 4;
    lines.push(place(Math.min(wanted, (lines.at(-1) ?? foot + LINE) - LINE)));
  }
  return lines;
}
