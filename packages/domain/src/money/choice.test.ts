import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../testing/day.ts";
import { rate } from "../testing/rate.ts";
import { convertMinor, rateFor, rateOn } from "./index.ts";
import type { Currency, ExchangeRate, RateCard } from "./index.ts";
import { dayOf } from "../period/index.ts";

const published = (base: Currency, quote: Currency, on: string, text: string): ExchangeRate => ({
  base,
  quote,
  day: day(on),
  rate: rate(text),
});
const friday = published("EUR", "USD", "2026-08-07", "1.10");
const monday = published("EUR", "USD", "2026-08-10", "1.20");

describe("the exchange rate of a day", () => {
  it.each([
    ["2026-08-07", friday],
    ["2026-08-09", friday],
    ["2026-08-10", monday],
    ["2026-08-17", monday],
  ])("on %s is the last one published", (on, row) => {
    expect(rateOn(day(on), "EUR", "USD", [monday, friday])).toEqual({
      kind: "known",
      rate: row.rate,
      row,
      direction: "published",
    });
  });

  it.each(["2026-08-06", "2026-08-18"])("is unknown on %s: none before it, or too old", (on) => {
    expect(rateOn(day(on), "EUR", "USD", [friday, monday])).toEqual({
      kind: "unknown",
      reason: "no-exchange-rate",
    });
  });

  it("is the exact inverse where only the other direction was published", () => {
    const chosen = rateOn(day("2026-08-10"), "USD", "EUR", [monday]);
    expect(chosen).toEqual({
      kind: "known",
      rate: { numerator: 5n, denominator: 6n },
      row: monday,
      direction: "inverse",
    });
    if (chosen.kind === "known") expect(convertMinor(120n, "USD", "EUR", chosen.rate)).toBe(100n);
  });

  it("prefers the newer of both directions, and the asked one on the same day", () => {
    const back = published("USD", "EUR", "2026-08-10", "0.9");
    expect(rateOn(day("2026-08-11"), "EUR", "USD", [friday, back])).toMatchObject({
      row: back,
      direction: "inverse",
    });
    expect(rateOn(day("2026-08-11"), "EUR", "USD", [monday, back])).toMatchObject({
      row: monday,
      direction: "published",
    });
  });

  it("follows a correction that was written later for the same day", () => {
    const corrected = published("EUR", "USD", "2026-08-10", "1.21");
    expect(rateOn(day("2026-08-12"), "EUR", "USD", [monday, corrected, friday])).toMatchObject({
      row: corrected,
    });
  });

  it("is one for a currency with itself, needing no row, and unknown for a pair nobody published", () => {
    expect(rateOn(day("2026-08-10"), "USD", "USD", [])).toEqual({
      kind: "known",
      rate: { numerator: 1n, denominator: 1n },
      row: null,
      direction: "same-currency",
    });
    expect(rateOn(day("2026-08-10"), "GBP", "USD", [friday, monday])).toMatchObject({
      reason: "no-exchange-rate",
    });
  });

  it("is never from the future and never older than seven days", () => {
    const rows = fc.array(
      fc.integer({ min: 20_000, max: 20_040 }).map((on) => ({ ...monday, day: dayOf(on) })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 20_040 }), rows, (asked, rates) => {
        const chosen = rateOn(dayOf(asked), "EUR", "USD", rates);
        const inReach = rates.filter((row) => row.day <= dayOf(asked) && row.day >= dayOf(asked - 7));
        const newest = inReach
          .map((row) => row.day)
          .sort()
          .at(-1);
        expect(chosen.kind === "known" ? chosen.row?.day : undefined).toBe(newest);
      }),
    );
  });
});

describe("the rate card of an hour", () => {
  const card = (
    roleFamily: string | null,
    region: string | null,
    from: string,
    amountMinor: bigint,
  ): RateCard => ({
    roleFamily,
    region,
    from: day(from),
    hourly: { amountMinor, currency: "USD" },
  });
  const cards = [
    card(null, null, "2025-01-01", 1n),
    card(null, "EU", "2025-01-01", 2n),
    card("engineer", null, "2025-01-01", 3n),
    card("engineer", "EU", "2025-01-01", 4n),
    card("engineer", "EU", "2026-01-01", 5n),
    card(null, null, "2026-06-01", 6n),
    card(null, null, "2026-06-01", 7n),
  ];

  it.each([
    ["engineer", "EU", "2025-12-31", 4n],
    ["engineer", "EU", "2026-01-01", 5n],
    ["engineer", "US", "2026-08-01", 3n],
    ["designer", "EU", "2026-08-01", 2n],
    ["designer", "US", "2026-05-31", 1n],
    ["designer", "US", "2026-06-01", 7n],
    [null, null, "2026-08-01", 7n],
    [null, "EU", "2026-08-01", 2n],
    ["engineer", null, "2026-08-01", 3n],
  ])("of %s in %s on %s is card %s", (roleFamily, region, on, amountMinor) => {
    expect(rateFor({ roleFamily, region, day: day(on) }, cards)).toMatchObject({
      kind: "known",
      card: { hourly: { amountMinor } },
    });
  });

  it("is unknown before the first card begins, and for a role that no card covers", () => {
    expect(rateFor({ roleFamily: "engineer", region: "EU", day: day("2024-12-31") }, cards)).toEqual({
      kind: "unknown",
      reason: "no-rate",
    });
    expect(
      rateFor({ roleFamily: null, region: null, day: day("2026-01-01") }, [
        card("engineer", null, "2025-01-01", 3n),
      ]),
    ).toMatchObject({ kind: "unknown" });
  });
});
