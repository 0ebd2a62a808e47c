/** numerator ÷ denominator to the nearest integer, halves to the even one. Throws RangeError on a denominator of zero. */
export function roundHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return roundHalfEven(-numerator, -denominator);
  // BigInt division truncates towards zero; the remainder carries the sign of the numerator.
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  if (twice < denominator || (twice === denominator && quotient % 2n === 0n)) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}

/** minutes ÷ 60 × the hourly rate, in minor units of its currency, rounded once, half to even. `minutes` is a whole number. */
export function hourlyValueMinor(minutes: number, hourlyMinor: bigint): bigint {
  return roundHalfEven(BigInt(minutes) * hourlyMinor, 60n);
}
