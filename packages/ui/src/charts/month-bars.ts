import { largest, place } from "./scale.ts";

/** One path for each kind of month: a table has thousands of them, so a row must not cost an element for each. */
export interface MonthPaths {
  readonly given: string;
  /** A dash where nothing was given. */
  readonly nothing: string;
  /** Points, for a line with round caps, where nobody can say. */
  readonly unknown: string;
}

export const MONTH_BAR = { width: 3.5, pitch: 5, height: 14 };

const { width, pitch, height } = MONTH_BAR;

/** What is above zero is seen, however little it is. */
const LEAST = 1.5;

/** The whole width of so many months. */
export function monthBarsWidth(months: number): number {
  return Math.max(0, months * pitch - (pitch - width));
}

/** One bar a month, 3.5 px wide, in the row's own scale. */
export function monthPaths(given: readonly (number | null)[]): MonthPaths {
  const most = largest(given);
  const paths = { given: "", nothing: "", unknown: "" };
  for (const [month, value] of given.entries()) {
    const x = month * pitch;
    if (value === null) paths.unknown += `M${x + width / 2} ${height - 1}h0`;
    else if (value <= 0) paths.nothing += bar(x, 1);
    else paths.given += bar(x, Math.max(LEAST, place((value / most) * height)));
  }
  return paths;
}

function bar(x: number, high: number): string {
  return `M${x} ${height}v${-high}h${width}v${high}z`;
}
