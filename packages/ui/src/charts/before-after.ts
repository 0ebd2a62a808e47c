import { exact, place, share } from "./scale.ts";

export interface Change {
  /** Places in pixels; null is unknown. */
  readonly before: number | null;
  readonly after: number | null;
  /** From the left end of the line to its right one, whichever way it went. */
  readonly line: { readonly from: number; readonly to: number } | null;
}

/** Room for half a dot at either end. */
const MARGIN = 4;

/** Two values on an axis from zero to `end`. */
export function change(
  of: { readonly before: number | null; readonly after: number | null; readonly end: number },
  width: number,
): Change {
  const at = (value: number | null) =>
    value === null
      ? null
      : place(MARGIN + exact(share(of.end > 0 ? value / of.end : 0) * (width - 2 * MARGIN)));
  const [before, after] = [at(of.before), at(of.after)];
  const known = before !== null && after !== null;
  return {
    before,
    after,
    line: known ? { from: Math.min(before, after), to: Math.max(before, after) } : null,
  };
}
