/** Money as the server says it: a decimal string and an ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const grouped = new Intl.NumberFormat("en");

/** Money in prose, the code before the amount, `USD 81,318`. */
export function money(value: Money): string {
  return `${value.currency}\u00a0${amountFigure(value.amount)}`;
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
  return `${sign === "" ? "" : "−"}${grouped.format(units)}`;
}

/** A decimal amount with every digit that it has, `"29523.81"` → `29,523.81`. */
export function exactAmount(amount: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(amount);
  if (parts === null) return amount;
  const [, sign = "", whole = "0", fraction = ""] = parts;
  return `${sign === "" ? "" : "−"}${grouped.format(BigInt(whole))}${fraction}`;
}

/** The end of an axis, short: `13400` → `13.4 k`, `2000000` → `2 M`. */
export function axisFigure(units: number): string {
  if (units >= 1_000_000) return `${shortest(units / 1_000_000)} M`;
  if (units >= 1_000) return `${shortest(units / 1_000)} k`;
  return shortest(units);
}

function shortest(value: number): string {
  return grouped.format(Number(value.toPrecision(3)));
}

function roundHalfEven(whole: bigint, fraction: string): bigint {
  if (fraction === "") return whole;
  const half = `5${"0".repeat(fraction.length - 1)}`;
  if (fraction > half) return whole + 1n;
  if (fraction < half) return whole;
  return whole % 2n === 0n ? whole : whole + 1n;
}
