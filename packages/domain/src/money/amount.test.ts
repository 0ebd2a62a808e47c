import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCIES, minorDigitsOf, parseAmount, parseCurrency, printAmount } from "./index.ts";
import type { Currency } from "./index.ts";

const currency = fc.constantFrom(...Object.keys(CURRENCIES).flatMap((code) => parseCurrency(code) ?? []));

describe("an amount", () => {
  it.each<[string, Currency, bigint]>([
    ["18095.24", "USD", 1_809_524n],
    ["18095.2", "USD", 1_809_520n],
    ["18095", "USD", 1_809_500n],
    ["-0.05", "EUR", -5n],
    ["+5", "EUR", 500n],
    ["-0", "EUR", 0n],
    ["0007.10", "EUR", 710n],
    ["1500", "JPY", 1500n],
    ["1.234", "KWD", 1234n],
    ["0.0001", "CLF", 1n],
    ["9999999999999.99", "USD", 999_999_999_999_999n],
  ])("%s %s is %s minor units", (text, code, minor) => {
    expect(parseAmount(text, code)).toBe(minor);
  });

  it.each<[string, Currency, string]>([
    ["", "USD", "bad-amount"],
    ["12,50", "USD", "bad-amount"],
    ["1,000.00", "USD", "bad-amount"],
    ["1e3", "USD", "bad-amount"],
    ["1e308", "USD", "bad-amount"],
    [".5", "USD", "bad-amount"],
    ["5.", "USD", "bad-amount"],
    ["--5", "USD", "bad-amount"],
    ["$5", "USD", "bad-amount"],
    ["NaN", "USD", "bad-amount"],
    ["Infinity", "USD", "bad-amount"],
    ["0x10", "USD", "bad-amount"],
    [" 5", "USD", "bad-amount"],
    ["٥", "USD", "bad-amount"],
    ["9".repeat(100), "USD", "bad-amount"],
    ["5.001", "USD", "too-many-decimals"],
    ["5.000", "USD", "too-many-decimals"],
    ["5.0", "JPY", "too-many-decimals"],
    ["1.2345", "KWD", "too-many-decimals"],
    ["10000000000000.00", "USD", "amount-too-large"],
    ["-10000000000000", "USD", "amount-too-large"],
  ])("refuses %j %s as %s", (text, code, error) => {
    expect(parseAmount(text, code)).toMatchObject({ error: { code: error } });
  });

  it("comes back from its text in every currency", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), currency, (minor, code) => {
        const text = printAmount(minor, code);
        expect(parseAmount(text, code)).toBe(minor);
        expect(text.split(".")[1]?.length ?? 0).toBe(minorDigitsOf(code));
      }),
    );
  });

  it.each<[bigint, Currency, string]>([
    [0n, "USD", "0.00"],
    [5n, "USD", "0.05"],
    [-5n, "USD", "-0.05"],
    [1_809_524n, "USD", "18095.24"],
    [1500n, "JPY", "1500"],
    [-1n, "KWD", "-0.001"],
  ])("%s minor units of %s print as %s", (minor, code, text) => {
    expect(printAmount(minor, code)).toBe(text);
  });
});

describe("a currency", () => {
  it("is an ISO 4217 code in upper case", () => {
    expect(parseCurrency("USD")).toBe("USD");
    for (const text of ["usd", "US", "USDT", "XXX", "XAU", "XTS", "toString", "__proto__", ""])
      expect(parseCurrency(text)).toBeNull();
  });

  it.each<[Currency, number]>([
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["USD", 2],
    ["HUF", 2],
    ["KWD", 3],
    ["TND", 3],
    ["UYW", 4],
  ])("%s has %i decimals", (code, digits) => {
    expect(minorDigitsOf(code)).toBe(digits);
  });

  it("is listed where the tables of the language know it as current, apart from units of account that nobody pays in", () => {
    // CUC was withdrawn in 2021; XDR and XSU are units between central banks.
    const missing = Intl.supportedValuesOf("currency").filter((code) => parseCurrency(code) === null);
    expect(missing.filter((code) => !["CUC", "XDR", "XSU"].includes(code))).toEqual([]);
  });

  it("has the decimals of ISO 4217, which differ from customary ones only where the tables of the language round", () => {
    const customary = [
      "AFN",
      "ALL",
      "COP",
      "HUF",
      "IDR",
      "IQD",
      "IRR",
      "KPW",
      "LAK",
      "LBP",
      "MGA",
      "MMK",
      "PKR",
      "SOS",
      "SYP",
      "YER",
      "SLL",
    ];
    const different = Object.entries(CURRENCIES).filter(([code, digits]) => {
      const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
      return format.resolvedOptions().maximumFractionDigits !== digits;
    });
    expect(different.map(([code]) => code).sort()).toEqual(customary.sort());
  });
});
