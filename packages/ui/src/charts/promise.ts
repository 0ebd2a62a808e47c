import { place } from "./scale.ts";

/** How hard a promise is. Ink fills as it hardens; a reserve is nobody's yet. */
export type Hardness = "given" | "locked" | "proposed" | "reserve";

export interface PromisePart {
  readonly hardness: Hardness;
  /** In one unit, zero or more. */
  readonly amount: number;
}

export interface PromiseMark {
  readonly hardness: Hardness;
  /** In per cent of the whole width. */
  readonly from: number;
  readonly width: number;
}

/**
 * The parts of a promise side by side on an axis that ends at `end`, or at their sum when that is more. Parts of
 * nothing are left out.
 */
export function promiseMarks(parts: readonly PromisePart[], end: number): readonly PromiseMark[] {
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  const whole = Math.max(sum, end);
  let from = 0;
  const marks: PromiseMark[] = [];
  for (const { hardness, amount } of parts) {
    if (amount <= 0) continue;
    marks.push({ hardness, from: place((from / whole) * 100), width: place((amount / whole) * 100) });
    from += amount;
  }
  return marks;
}
