import { amountFigure } from "./money.ts";
import { fixed } from "./figure.ts";

/**
 * Decimal amounts in whole units that sum to their rounded sum, or to the whole `total` that they are the parts of: a
 * printed column adds up, which figures that are rounded one by one need not. By largest remainder, ties to the earlier.
 */
export function wholeUnits(amounts: readonly string[], total?: string): readonly string[] {
  const digits = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const scaled = amounts.map((amount) => scaledTo(amount, digits));
  const unit = 10n ** BigInt(digits);
  return footed(scaled, unit, total === undefined ? null : BigInt(total)).map(String);
}

/** A part of a column in whole units; what is above zero and lost its unit to the sum does not print as zero. */
export function footedFigure(units: string, exact: string): string {
  return units === "0" ? amountFigure(exact) : amountFigure(units);
}

const SHARE_SCALE = 1e12;

/** Shares of 0 to 1 as bare figures in per cent that add up as they are printed: `0.3333` three times → 33.4, 33.3, 33.3. */
export function footedPercents(shares: readonly number[], digits = 1): readonly string[] {
  const scaled = shares.map((share) => BigInt(Math.round(share * SHARE_SCALE)));
  const unit = BigInt(SHARE_SCALE / 10 ** (digits + 2));
  return footed(scaled, unit, null).map((units, place) => {
    if (units === 0n) return (shares[place] ?? 0) > 0 ? `<${fixed(10 ** -digits, digits)}` : "0";
    return fixed(Number(units) / 10 ** digits, digits);
  });
}

function footed(scaled: readonly bigint[], unit: bigint, total: bigint | null): readonly bigint[] {
  const floors = scaled.map((value) => floorOf(value, unit));
  const rests = scaled.map((value, place) => value - (floors[place] ?? 0n) * unit);
  const whole = total ?? roundHalfEven(sum(scaled), unit);
  const missing = Number(whole - sum(floors));
  const raised = new Set(
    [...rests.keys()]
      .toSorted((one, other) => {
        const difference = (rests[other] ?? 0n) - (rests[one] ?? 0n);
        return difference === 0n ? one - other : difference > 0n ? 1 : -1;
      })
      .slice(0, Math.max(0, missing)),
  );
  return floors.map((floor, place) => (raised.has(place) ? floor + 1n : floor));
}

function roundHalfEven(value: bigint, unit: bigint): bigint {
  const floor = floorOf(value, unit);
  const twice = (value - floor * unit) * 2n;
  return twice > unit || (twice === unit && floor % 2n !== 0n) ? floor + 1n : floor;
}

function floorOf(value: bigint, unit: bigint): bigint {
  const quotient = value / unit;
  return value < 0n && quotient * unit !== value ? quotient - 1n : quotient;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function scaledTo(amount: string, digits: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(digits, "0"));
}
