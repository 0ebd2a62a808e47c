import { roughWidth } from "./room.ts";
import { place } from "./scale.ts";

export interface WeekHeatSizes {
  /** Where the first week begins, and how far the next one is. */
  readonly left: number;
  readonly pitch: number;
  readonly cell: number;
  readonly row: number;
  /** Names stand above their weeks where there is no room beside them. */
  readonly named: "beside" | "above";
}

const NARROW = 520;
const WIDEST = 14;
const HEAD = 18;

export function weekHeatSizes(names: readonly string[], weeks: number, width: number): WeekHeatSizes {
  const above = width < NARROW;
  const left = above ? 0 : Math.min(180, Math.max(0, ...names.map((name) => roughWidth(name, 13.5))) + 16);
  const pitch = Math.min(WIDEST, place((width - left) / Math.max(1, weeks)));
  return {
    left,
    pitch,
    cell: place(pitch * 0.8),
    row: above ? 36 : 22,
    named: above ? "above" : "beside",
  };
}

export function weekHeatHeight(sizes: WeekHeatSizes, rows: number): number {
  return HEAD + rows * sizes.row + 4;
}

/** The middle of a row's squares. */
export function weekHeatMiddle(sizes: WeekHeatSizes, row: number): number {
  const top = HEAD + row * sizes.row;
  return sizes.named === "above" ? top + 26 : top + sizes.row / 2;
}

/** The value at a point, counted along the rows. */
export function weekAt(
  sizes: WeekHeatSizes,
  of: { rows: number; weeks: number },
  x: number,
  y: number,
): number {
  const row = Math.min(of.rows - 1, Math.max(0, Math.floor((y - HEAD) / sizes.row)));
  const week = Math.min(of.weeks - 1, Math.max(0, Math.floor((x - sizes.left) / sizes.pitch)));
  return row * of.weeks + week;
}
