import { minorDigitsOf } from "./currency.ts";
import type { Currency } from "./currency.ts";
import { roundHalfEven } from "./rounding.ts";

/** An exact positive fraction in lowest terms: 1 of the base currency = numerator ÷ denominator of the quote currency. */
export interface ExactRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface RateError {
  readonly code: "bad-rate" | "rate-not-positive";
  readonly message: string;
}

/** A decimal string such as `1.0834`, above zero, at most 12 digits before and 18 after the point. */
export function parseRate(text: string): ExactRate | { readonly error: RateError } {
  const match = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
  if (match === null) {
    return {
      error: {
        code: "bad-rate",
        message: 'Write the rate as a decimal string with a point, such as "1.0834".',
      },
    };
  }
  const [, whole = "", decimals = ""] = match;
  const numerator = BigInt(whole + decimals);
  if (numerator === 0n) return { error: { code: "rate-not-positive", message: "Write a rate above zero." } };
  return reduced(numerator, 10n ** BigInt(decimals.length));
}

/** The same exchange seen from the other currency, exactly. */
export function invertRate(rate: ExactRate): ExactRate {
  return { numerator: rate.denominator, denominator: rate.numerator };
}

/** Minor units of `to`; `rate`: 1 from = rate to, both in major units. Rounded once, half to even. */
export function convertMinor(amountMinor: bigint, from: Currency, to: Currency, rate: ExactRate): bigint {
  const fromScale = 10n ** BigInt(minorDigitsOf(from));
  const toScale = 10n ** BigInt(minorDigitsOf(to));
  return roundHalfEven(amountMinor * rate.numerator * toScale, rate.denominator * fromScale);
}

function reduced(numerator: bigint, denominator: bigint): ExactRate {
  let divisor = numerator;
  let rest = denominator;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
