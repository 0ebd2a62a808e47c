/** Mass of one product as a whole: 1e15 units of 1e-15, below 2^53, so that sums of stored mass are exact. */
export const WHOLE_MASS = 1e15;

export interface Mass {
  /** For each node a whole number of 1e-15 of the product. */
  readonly mass: Float64Array;
  readonly leftOver: number;
}

/**
 * Turns kept parts into whole numbers of 1e-15 by largest remainder, so that Σ mass + leftOver is 1e15 exactly.
 * Ties go to the earlier node, last of all to what is left over. A node that keeps nothing receives nothing.
 */
export function quantiseMass(kept: Float64Array, leftOver: number): Mass {
  const parts = Float64Array.from([...kept, leftOver], (part) => Math.max(0, part) * WHOLE_MASS);
  const whole = parts.map(Math.floor);
  let missing = WHOLE_MASS;
  for (const part of whole) missing -= part;
  const order = byRemainder(parts, whole);
  if (order.length === 0) whole[kept.length] = WHOLE_MASS;
  else settle(whole, order, missing);
  return { mass: whole.slice(0, kept.length), leftOver: whole[kept.length] ?? 0 };
}

/** Parts that are not nothing, largest remainder first. */
function byRemainder(parts: Float64Array, whole: Float64Array): Int32Array {
  const present: number[] = [];
  for (let n = 0; n < parts.length; n += 1) if ((parts[n] ?? 0) > 0) present.push(n);
  const remainder = (n: number): number => (parts[n] ?? 0) - (whole[n] ?? 0);
  return Int32Array.from(present.sort((a, b) => remainder(b) - remainder(a) || a - b));
}

/**
 * Gives the missing units one each in order. Rounding in the flow may leave more units missing than there are
 * parts, or a few too many: then it goes round again, or takes from the smallest remainders that have some.
 */
function settle(whole: Float64Array, order: Int32Array, missing: number): void {
  let open = missing;
  while (open > 0) {
    for (let at = 0; at < order.length && open > 0; at += 1, open -= 1) {
      whole[order[at] ?? 0] = (whole[order[at] ?? 0] ?? 0) + 1;
    }
  }
  while (open < 0) {
    for (let at = order.length - 1; at >= 0 && open < 0; at -= 1) {
      const n = order[at] ?? 0;
      if ((whole[n] ?? 0) === 0) continue;
      whole[n] = (whole[n] ?? 0) - 1;
      open += 1;
    }
  }
}
