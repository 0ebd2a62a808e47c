import { targets } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../audit/list.ts";
import { listExchangeRates } from "../exchange-rates/list.ts";
import { setExchangeRate } from "../exchange-rates/set.ts";
import { listHeadcounts } from "../headcounts/list.ts";
import { setHeadcount } from "../headcounts/set.ts";
import { type Actor, perform } from "../operation/index.ts";
import { listRates } from "../rates/list.ts";
import { setRate } from "../rates/set.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listTargets } from "./list.ts";
import { setTarget } from "./set.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let finance: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  finance = testActor(await testOrganization(database, { currency: "USD" }), ["finance"]);
});

describe("targets", () => {
  it("count by the newest row of their year, and keep the older ones", async () => {
    for (const [year, amount] of [
      [2026, "1000"],
      [2027, "3000"],
      [2026, "2000.50"],
    ] as const)
      await perform(setTarget, runtime, finance, { year, amount, currency: "USD" });
    expect((await perform(listTargets, runtime, finance, {})).items).toEqual([
      { year: 2026, amount: "2000.50", currency: "USD", value: "2000.50" },
      { year: 2027, amount: "3000.00", currency: "USD", value: "3000.00" },
    ]);
    expect(
      await database.transaction({ organizationId: finance.organizationId }, (db) =>
        db.select().from(targets),
      ),
    ).toHaveLength(3);
  });

  it("in another currency have a value only with a rate for the first day of the year", async () => {
    expect(
      await perform(setTarget, runtime, finance, { year: 2026, amount: "1000", currency: "EUR" }),
    ).toEqual({
      year: 2026,
      amount: "1000.00",
      currency: "EUR",
      value: null,
      valueUnknown: "no-exchange-rate",
    });
    await perform(setExchangeRate, runtime, finance, {
      base: "EUR",
      quote: "USD",
      day: "2025-12-30",
      rate: "1.0834",
      source: "ECB",
    });
    expect(
      await perform(setTarget, runtime, finance, { year: 2026, amount: "1000", currency: "EUR" }),
    ).toMatchObject({ value: "1083.40" });
  });

  it("are listed page by page in the order of the years", async () => {
    for (const year of [2028, 2026, 2027])
      await perform(setTarget, runtime, finance, { year, amount: "1", currency: "USD" });
    const first = await perform(listTargets, runtime, finance, { limit: 2 });
    await perform(setTarget, runtime, finance, { year: 2029, amount: "1", currency: "USD" });
    const second = await perform(listTargets, runtime, finance, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((target) => target.year)).toEqual([2026, 2027, 2028]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    [{ year: 2026, amount: "10", currency: "XXX" }, "currency", "unknown-currency"],
    [{ year: 2026, amount: "10.001", currency: "USD" }, "amount", "bad-field"],
    [{ year: 2026, amount: "-10", currency: "USD" }, "amount", "bad-field"],
    [{ year: 1200, amount: "10", currency: "USD" }, "year", "bad-field"],
  ])("refuse %j and name the field", async (wrong, field, code) => {
    await expect(perform(setTarget, runtime, finance, wrong)).rejects.toMatchObject({
      code,
      fields: [{ field }],
    });
  });
});

describe("rates", () => {
  it("are listed for finance, and stand in no audit row with their amount", async () => {
    await perform(setRate, runtime, finance, {
      roleFamily: "engineering",
      region: "EU",
      from: "2026-01-01",
      hourly: { amount: "87.65", currency: "EUR" },
    });
    expect((await perform(listRates, runtime, finance, {})).items).toMatchObject([
      {
        roleFamily: "engineering",
        region: "EU",
        from: "2026-01-01",
        hourly: { amount: "87.65", currency: "EUR" },
      },
    ]);
    expect(JSON.stringify(await perform(listAudit, runtime, finance, {}))).not.toContain("87.65");
    await expect(perform(listRates, runtime, { ...finance, scopes: ["ospo"] }, {})).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  it("are above 0: without a rate the value of time is unknown, not nothing", async () => {
    await expect(
      perform(setRate, runtime, finance, { from: "2026-01-01", hourly: { amount: "0", currency: "USD" } }),
    ).rejects.toMatchObject({ fields: [{ field: "hourly.amount" }] });
  });
});

describe("exchange rates", () => {
  const given = { base: "EUR", quote: "USD", day: "2026-01-01", rate: "1.0834", source: "ECB" };

  it("are kept as they were written", async () => {
    await perform(setExchangeRate, runtime, finance, { ...given, rate: "1.08340" });
    expect((await perform(listExchangeRates, runtime, finance, {})).items).toMatchObject([
      { ...given, rate: "1.08340" },
    ]);
  });

  it.each([
    [{ ...given, rate: "0" }, "rate"],
    [{ ...given, rate: "1,08" }, "rate"],
    [{ ...given, quote: "EUR" }, "quote"],
    [{ ...given, base: "EURO" }, "base"],
    [{ ...given, day: "2026-02-30" }, "day"],
    [{ ...given, day: "2026-12-24" }, "day"],
  ])("refuse %j and name the field", async (wrong, field) => {
    await expect(perform(setExchangeRate, runtime, finance, wrong)).rejects.toMatchObject({
      fields: [{ field }],
    });
  });
});

describe("headcounts", () => {
  it("count by the newest row of their month", async () => {
    for (const [month, developers] of [
      ["2026-02", 40],
      ["2026-01", 38.5],
      ["2026-02", 41],
    ] as const)
      await perform(setHeadcount, runtime, finance, { month, developers });
    expect((await perform(listHeadcounts, runtime, finance, {})).items).toEqual([
      { month: "2026-01", developers: 38.5 },
      { month: "2026-02", developers: 41 },
    ]);
  });

  it.each([
    [{ month: "2026-13", developers: 1 }, "month"],
    [{ month: "2026", developers: 1 }, "month"],
    [{ month: "2026-01", developers: -1 }, "developers"],
    [{ month: "2026-01", developers: 1.005 }, "developers"],
  ])("refuse %j and name the field", async (wrong, field) => {
    await expect(perform(setHeadcount, runtime, finance, wrong)).rejects.toMatchObject({
      fields: [{ field }],
    });
  });
});
