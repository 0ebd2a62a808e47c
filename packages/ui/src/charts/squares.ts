import { place } from "./scale.ts";

/** Larger than the dots of what is unknown. */
const LEAST = 3;

/**
 * The side of a square whose area is in proportion to a value: so that more is more ink, in grey printing too. What is
 * above zero has at least three pixels; zero has none.
 */
export function squareSide(value: number, most: number, cell: number): number {
  if (value <= 0 || most <= 0) return 0;
  return place(Math.min(cell, Math.max(LEAST, Math.sqrt(value / most) * cell)));
}
