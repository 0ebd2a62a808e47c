import { largest, place } from "./scale.ts";

export interface MonthBar {
  readonly x: number;
  /** A dash where nothing was given, dots where nobody can say. */
  readonly kind: "given" | "nothing" | "unknown";
  /** Of a given month; at least a pixel and a half, so that little is seen. */
  readonly height: number;
}

export const MONTH_BAR = { width: 3.5, pitch: 5, height: 14 };

/** One bar a month, 3.5 px wide, in the row's own scale. */
export function monthBars(given: readonly (number | null)[]): readonly MonthBar[] {
  const most = largest(given);
  return given.map((value, month) => {
    const x = month * MONTH_BAR.pitch;
    if (value === null) return { x, kind: "unknown", height: 0 };
    if (value <= 0) return { x, kind: "nothing", height: 0 };
    return { x, kind: "given", height: Math.max(1.5, place((value / most) * MONTH_BAR.height)) };
  });
}

export function monthBarsWidth(months: number): number {
  return Math.max(0, months * MONTH_BAR.pitch - (MONTH_BAR.pitch - MONTH_BAR.width));
}
