/** Exact integers to a part of each other; both far below 2^1023. `whole` is not 0. */
export function partOf(part: bigint, whole: bigint): number {
  return Number(part) / Number(whole);
}

/** Refunds can make a sum negative; shares, alignment, coverage and concentration count it as 0. */
export function atLeastZero(amountMinor: bigint): bigint {
  return amountMinor > 0n ? amountMinor : 0n;
}

export function sumMinor(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** Neumaier's compensated sum in the given order. */
export function sumOf(parts: Iterable<number>): number {
  let sum = 0;
  let error = 0;
  for (const part of parts) {
    const next = sum + part;
    error += Math.abs(sum) >= Math.abs(part) ? sum - next + part : part - next + sum;
    sum = next;
  }
  return sum + error;
}
