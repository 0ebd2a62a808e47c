import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { parseDay } from "@headwater/domain/period";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listPeriods } from "./list.ts";
import { readPeriod } from "./read.ts";
import { setPeriod } from "./set.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let finance: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  finance = testActor(await testOrganization(database), ["finance"]);
});

const state = async (period: string) => (await perform(readPeriod, runtime, finance, { period })).state;

describe("periods", () => {
  it("are open until somebody closes them", async () => {
    expect(await perform(readPeriod, runtime, finance, { period: "2026-07" })).toEqual({
      period: "2026-07",
      start: parseDay("2026-07-01"),
      end: parseDay("2026-08-01"),
      state: "open",
    });
    await perform(setPeriod, runtime, finance, { period: "2026-07", state: "closed" });
    expect(await state("2026-07")).toBe("closed");
    await perform(setPeriod, runtime, finance, { period: "2026-07", state: "open" });
    expect(await state("2026-07")).toBe("open");
  });

  it("are the same however their days are written", async () => {
    await perform(setPeriod, runtime, finance, { period: "2026-07..2026-09", state: "soft-closed" });
    expect(await state("2026-Q3")).toBe("soft-closed");
    expect((await perform(listPeriods, runtime, finance, {})).items).toMatchObject([
      { period: "2026-Q3", state: "soft-closed" },
    ]);
  });

  it("are closed where a longer period that holds them is", async () => {
    await perform(setPeriod, runtime, finance, { period: "2026-Q3", state: "closed" });
    expect(await state("2026-08")).toBe("closed");
    expect(await state("2026-10")).toBe("open");
    expect(await state("2026")).toBe("open");
    await expect(
      perform(setPeriod, runtime, finance, { period: "2026-08", state: "open" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it.each(["ttm", "2026-07-14", "2026-13", "July", "2026-07-15..2026-08-14"])(
    "cannot be %s",
    async (period) => {
      await expect(perform(setPeriod, runtime, finance, { period, state: "closed" })).rejects.toMatchObject({
        code: "bad-field",
        fields: [{ field: "period" }],
      });
    },
  );

  it("are closed by finance, and by no lead", async () => {
    await expect(
      perform(setPeriod, runtime, { ...finance, scopes: ["lead"] }, { period: "2026-07", state: "closed" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });
});
