import { minorDigitsOf } from "./currency.ts";
import type { Currency } from "./currency.ts";

/** An exact amount in minor units (cents of USD, yen of JPY, fils of KWD). */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

export interface AmountError {
  readonly code: "bad-amount" | "too-many-decimals" | "amount-too-large";
  /** A sentence that says what to do. */
  readonly message: string;
}

/** 15 digits: exact also as a JavaScript number, and thousands of rows sum inside a 64-bit integer. */
const MAX_MINOR = 999_999_999_999_999n;

/** Minor units of a decimal string such as `18095.24` or `-5`: no exponent, no grouping, no more decimals than the currency has. */
export function parseAmount(text: string, currency: Currency): bigint | { readonly error: AmountError } {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text);
  if (match === null) {
    return refuse(
      "bad-amount",
      'Write the amount as a decimal string with a point, without grouping, such as "18095.24".',
    );
  }
  const [, sign, whole = "", decimals = ""] = match;
  const digits = minorDigitsOf(currency);
  if (decimals.length > digits) {
    return refuse("too-many-decimals", `${currency} has ${digits} decimals; write at most that many.`);
  }
  const size = BigInt(whole + decimals.padEnd(digits, "0"));
  if (size > MAX_MINOR)
    return refuse(
      "amount-too-large",
      `The largest amount is ${printAmount(MAX_MINOR, currency)} ${currency}.`,
    );
  return sign === "-" ? -size : size;
}

/** The decimal string with all decimals of the currency: `18095.24`, `-0.05`, JPY `1500`. */
export function printAmount(amountMinor: bigint, currency: Currency): string {
  const digits = minorDigitsOf(currency);
  const sign = amountMinor < 0n ? "-" : "";
  const size = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(digits + 1, "0");
  return digits === 0 ? sign + size : `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

function refuse(code: AmountError["code"], message: string): { readonly error: AmountError } {
  return { error: { code, message } };
}
