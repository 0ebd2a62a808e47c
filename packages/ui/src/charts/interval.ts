import { place, share } from "./scale.ts";

export interface IntervalPlaces {
  readonly low: number;
  readonly high: number;
  /** Null where only the interval is known. */
  readonly value: number | null;
}

const MARGIN = 1;

/** Where the best case, the worst case and the value stand on an axis from zero to `end`. */
export function intervalPlaces(
  of: { readonly low: number; readonly high: number; readonly value: number | null; readonly end: number },
  width: number,
): IntervalPlaces {
  const at = (value: number) => place(MARGIN + share(of.end > 0 ? value / of.end : 0) * (width - 2 * MARGIN));
  const [low, high] = [Math.min(of.low, of.high), Math.max(of.low, of.high)];
  return { low: at(low), high: at(high), value: of.value === null ? null : at(of.value) };
}
