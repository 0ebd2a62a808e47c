import { byLanguage, texts } from "./locale.ts";
import { grouped, withDecimalSign } from "./figure.ts";

/** Money as the server says it: a decimal string and an ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const order = texts(
  (figure: string, code: string) => `${code}\u00a0${figure}`,
  (figure: string, code: string) => `${figure}\u00a0${code}`,
);

/** Money in prose, the code where the language has it, `USD 81,318`, in German `81.318 USD`. */
export function money(value: Money): string {
  return order()(amountFigure(value.amount), value.currency);
}

/**
 * A decimal amount as a bare figure in whole units, `"18095.24"` → `18,095`; ties go to the even unit. The string is
 * read digit by digit, never as a floating number. What is above zero never prints as zero.
 */
export function amountFigure(amount: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (parts === null) return amount;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const units = roundHalfEven(BigInt(whole), fraction);
  if (units === 0n) return /[1-9]/.test(whole + fraction) ? "<1" : "0";
  return `${sign === "" ? "" : "−"}${grouped(units)}`;
}

/** A decimal amount with every digit that it has, `"29523.81"` → `29,523.81`. */
export function exactAmount(amount: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(amount);
  if (parts === null) return amount;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  return `${sign === "" ? "" : "−"}${grouped(BigInt(whole))}${withDecimalSign(fraction)}`;
}

const scale = texts({ thousand: "k", million: "M" }, { thousand: "Tsd.", million: "Mio." });

/** The end of an axis, short: `13400` → `13.4 k`, `2000000` → `2 M`. */
export function axisFigure(units: number): string {
  if (units >= 1_000_000) return `${shortest(units / 1_000_000)} ${scale().million}`;
  if (units >= 1_000) return `${shortest(units / 1_000)} ${scale().thousand}`;
  return shortest(units);
}

const threeDigits = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }));

function shortest(value: number): string {
  return threeDigits().format(value);
}

function roundHalfEven(whole: bigint, fraction: string): bigint {
  if (fraction === "") return whole;
  const half = `5${"0".repeat(fraction.length - 1)}`;
  if (fraction > half) return whole + 1n;
  if (fraction < half) return whole;
  return whole % 2n === 0n ? whole : whole + 1n;
}
