import { byLanguage, language } from "./locale.ts";

const wholeNumber = byLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));

/** A whole number in groups of three, `10000` → `10,000`, in German `10.000`. */
export function grouped(units: number | bigint): string {
  return wholeNumber().format(units);
}

/** A number with that many decimals, `0.7834` and 3 → `0.783`, in German `0,783`. What rounds to zero has no sign. */
export function fixed(value: number, digits: number): string {
  const figure = value.toFixed(digits);
  return withDecimalSign(Number(figure) === 0 ? figure.replace("-", "") : figure);
}

/** A figure that was written with a point, with the sign of the language before its decimals. */
export function withDecimalSign(figure: string): string {
  return language() === "de" ? figure.replace(".", ",") : figure;
}
