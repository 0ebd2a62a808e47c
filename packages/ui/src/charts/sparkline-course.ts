import { place } from "./scale.ts";

/** Where a line of values runs: across in per cent of the width, down in pixels of the height. */
export interface Course {
  /** A path for each run of known values, in a box of 100 by the height. */
  readonly runs: readonly string[];
  /** The last value, when it is known. */
  readonly end: { readonly x: number; readonly y: number } | null;
  /** Where a value is unknown: per cent of the width. */
  readonly unknown: readonly number[];
}

const LEFT = 1;
const RIGHT = 98.5;
/** Room above the highest value and below the lowest one, for the dot. */
const MARGIN = 5;

/** The line through values in their own scale: the lowest at the foot, the highest at the head, equal ones half way. */
export function sparklineCourse(values: readonly (number | null)[], height: number): Course {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  const x = (index: number) =>
    place(values.length > 1 ? LEFT + (index / (values.length - 1)) * (RIGHT - LEFT) : RIGHT);
  const y = (value: number) => {
    const risen = spread > 0 ? (value - low) / spread : 0.5;
    return place(height - MARGIN - risen * (height - 2 * MARGIN));
  };
  const last = values.at(-1) ?? null;
  return {
    runs: runsOf(values).map((run) => path(run.map(({ index, value }) => `${x(index)} ${y(value)}`))),
    end: last === null ? null : { x: x(values.length - 1), y: y(last) },
    unknown: values.flatMap((value, index) => (value === null ? [x(index)] : [])),
  };
}

interface Known {
  readonly index: number;
  readonly value: number;
}

/** The unbroken runs of known values. */
function runsOf(values: readonly (number | null)[]): readonly (readonly Known[])[] {
  const runs: Known[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const current = runs.at(-1);
    if (current !== undefined && current.at(-1)?.index === index - 1) current.push({ index, value });
    else runs.push([{ index, value }]);
  }
  return runs;
}

/** A run of one value is a point, which a line with a round cap shows. */
function path(points: readonly string[]): string {
  return points.length === 1 ? `M${points[0] ?? ""}h0` : `M${points.join("L")}`;
}
