import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertMinor, hourlyValueMinor, invertRate, parseRate, roundHalfEven } from "./index.ts";
import type { Currency } from "./index.ts";
import { rate } from "../testing/rate.ts";

describe("rounding half to even", () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [1n, 2n, 0n],
    [3n, 2n, 2n],
    [-1n, 2n, 0n],
    [5n, -2n, -2n],
    [14n, 10n, 1n],
    [16n, 10n, 2n],
    [-16n, 10n, -2n],
    [0n, 3n, 0n],
  ])("%s / %s is %s", (numerator, denominator, rounded) => {
    expect(roundHalfEven(numerator, denominator)).toBe(rounded);
  });

  it("is the nearest integer, and the even one of two that are equally near", () => {
    const numerator = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    // Small denominators, so that exact halves are met often.
    const denominator = fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));
    fc.assert(
      fc.property(numerator, denominator, (above, below) => {
        const rounded = roundHalfEven(above, below);
        const twiceOff = 2n * (above - rounded * below);
        const size = twiceOff < 0n ? -twiceOff : twiceOff;
        expect(size <= below).toBe(true);
        if (size === below) expect(rounded % 2n).toBe(0n);
        expect(roundHalfEven(-above, below)).toBe(-rounded);
        expect(roundHalfEven(-above, -below)).toBe(rounded);
      }),
    );
  });

  it("refuses a denominator of zero", () => {
    expect(() => roundHalfEven(1n, 0n)).toThrow(RangeError);
  });
});

describe("the value of time", () => {
  it.each([
    [120 * 60, 11_000n, 1_320_000n],
    [45, 11_000n, 8_250n],
    [1, 11_000n, 183n],
    [30, 1n, 0n],
    [30, 3n, 2n],
    [90, 1n, 2n],
    [-45, 11_000n, -8_250n],
    [0, 11_000n, 0n],
  ])("%i minutes at %s an hour are %s", (minutes, hourlyMinor, value) => {
    expect(hourlyValueMinor(minutes, hourlyMinor)).toBe(value);
  });
});

describe("an exchange", () => {
  it.each<[bigint, Currency, Currency, string, bigint]>([
    [10_000n, "EUR", "USD", "1.0834", 10_834n],
    [1n, "EUR", "USD", "1.5", 2n],
    [3n, "EUR", "USD", "1.5", 4n],
    [5n, "EUR", "USD", "0.5", 2n],
    [-5n, "EUR", "USD", "0.5", -2n],
    [1500n, "JPY", "USD", "0.0067", 1005n],
    [1005n, "USD", "JPY", "150", 1508n],
    [1234n, "KWD", "USD", "3.25", 401n],
    [401n, "USD", "KWD", "0.3", 1203n],
    [1n, "USD", "JPY", "150", 2n],
  ])("%s %s in %s at %s is %s", (minor, from, to, text, expected) => {
    expect(convertMinor(minor, from, to, rate(text))).toBe(expected);
  });

  it("at one and in one currency changes nothing, and at the inverse comes back within half a unit's worth", () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        positive,
        positive,
        (minor, numerator, denominator) => {
          expect(convertMinor(minor, "USD", "USD", rate("1"))).toBe(minor);
          const there = { numerator, denominator };
          const converted = convertMinor(minor, "EUR", "USD", there);
          // |converted − minor·rate| ≤ ½, as integers.
          const off = 2n * (converted * denominator - minor * numerator);
          expect(off <= denominator && off >= -denominator).toBe(true);
          expect(invertRate(invertRate(there))).toEqual(there);
        },
      ),
    );
  });

  it.each(["1.0834", "0.000000000000000001", "150", "999999999999"])("reads the rate %s exactly", (text) => {
    const { numerator, denominator } = rate(text);
    const [whole = "", decimals = ""] = text.split(".");
    expect(numerator * 10n ** BigInt(decimals.length)).toBe(BigInt(whole + decimals) * denominator);
  });

  it("keeps rates in lowest terms, so that equal rates are equal", () => {
    expect(rate("1.50")).toEqual({ numerator: 3n, denominator: 2n });
    expect(rate("1.500")).toEqual(rate("1.5"));
  });

  it.each([
    ["0", "rate-not-positive"],
    ["0.000", "rate-not-positive"],
    ["-1", "bad-rate"],
    ["1e2", "bad-rate"],
    ["1,08", "bad-rate"],
    ["", "bad-rate"],
    ["NaN", "bad-rate"],
    ["1.0000000000000000001", "bad-rate"],
  ])("refuses the rate %j as %s", (text, code) => {
    expect(parseRate(text)).toMatchObject({ error: { code } });
  });
});
