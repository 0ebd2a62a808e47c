import { roughWidth } from "./room.ts";
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

export interface PromiseWords {
  readonly said: string;
  readonly x: number;
  /** Written to the left of its place, because it would not fit to the right. */
  readonly turned: boolean;
  /** Counted from the bar. */
  readonly line: number;
}

const SIZE = 13;
const BETWEEN = 12;

/** Where the words of the parts stand below a bar: at the part's left end, on the first line where there is room. */
export function promiseWords(
  words: readonly { readonly said: string; readonly from: number; readonly to: number }[],
  width: number,
): readonly PromiseWords[] {
  const taken: { readonly line: number; readonly from: number; readonly to: number }[] = [];
  return words.map(({ said, from, to }) => {
    const long = roughWidth(said, SIZE);
    const turned = from + long > width;
    const left = turned ? to - long : from;
    let line = 0;
    while (
      taken.some(
        (other) => other.line === line && left < other.to + BETWEEN && left + long > other.from - BETWEEN,
      )
    )
      line++;
    taken.push({ line, from: left, to: left + long });
    return { said, x: place(turned ? to : from), turned, line };
  });
}
