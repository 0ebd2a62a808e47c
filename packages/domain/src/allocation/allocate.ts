/**
 * Splits `total` in proportion to `weights` by largest remainder (Hamilton): the parts are integers, sum to `total`
 * exactly, and each lies within one of its exact share. Ties go to the earlier index, so that a re-run gives the same.
 * A negative total gives the negated parts of the positive one. Zero weights receive nothing.
 * Null where there is nothing to split by: no weights, all of them zero, or one that is negative.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] | null {
  let weightSum = 0n;
  for (const weight of weights) {
    if (weight < 0n) return null;
    weightSum += weight;
  }
  if (weightSum === 0n) return null;
  if (total < 0n) return allocatePositive(-total, weights, weightSum).map((part) => -part);
  return allocatePositive(total, weights, weightSum);
}

/** As allocate with equal weights; `count` is an integer of at least 1, else null. */
export function allocateEqually(total: bigint, count: number): bigint[] | null {
  if (!Number.isSafeInteger(count) || count < 1) return null;
  const size = total < 0n ? -total : total;
  const base = size / BigInt(count);
  const larger = Number(size % BigInt(count));
  const sign = total < 0n ? -1n : 1n;
  return Array.from({ length: count }, (_, index) => sign * (index < larger ? base + 1n : base));
}

function allocatePositive(total: bigint, weights: readonly bigint[], weightSum: bigint): bigint[] {
  const parts: bigint[] = [];
  const remainders: bigint[] = [];
  let left = total;
  for (const weight of weights) {
    const exact = total * weight;
    const part = exact / weightSum;
    parts.push(part);
    remainders.push(exact % weightSum);
    left -= part;
  }
  for (const index of largestFirst(remainders).slice(0, Number(left))) {
    parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return parts;
}

/** Indices by falling remainder; the sort is stable, so equal remainders keep their order. */
function largestFirst(remainders: readonly bigint[]): number[] {
  return remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((left, right) =>
      left.remainder === right.remainder ? 0 : left.remainder > right.remainder ? -1 : 1,
    )
    .map((entry) => entry.index);
}
