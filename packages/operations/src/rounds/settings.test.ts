import type { Plan } from "@headwater/contract/rounds";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setExchangeRate } from "../exchange-rates/set.ts";
import { type Actor, perform } from "../operation/index.ts";
import { setTarget } from "../targets/set.ts";
import { fundedShop } from "../testing/funded-shop.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { createRound } from "./create.ts";
import { listRounds } from "./list.ts";
import { previewRound } from "./preview.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = testActor(await testOrganization(database), ["owner"]);
});

/** A shop whose gaps are a quarter of the target each, but that of `a`, which was given 400; a dollar costs `1 / rate`. */
async function shopIn(currency: string, rate: string, target: string): Promise<void> {
  await fundedShop(runtime, owner, currency);
  for (const year of [2025, 2026])
    await perform(setTarget, runtime, owner, { year, amount: target, currency });
  await perform(setExchangeRate, runtime, owner, {
    base: currency,
    quote: "USD",
    day: "2026-11-20",
    rate,
    source: "a bank",
  });
}

const previewOf = (budget: string, more: object = {}): Promise<Plan> =>
  perform(previewRound, runtime, owner, { budget, ...more });
const giftsOf = (plan: Plan) => plan.lines.map(({ final, reason }) => [final, reason]);

test.each([
  ["EUR", "1.08", "188", { floor: "45.00", step: "5.00" }, "45.00"],
  ["JPY", "0.0067", "30000", { floor: "7000", step: "1000" }, "7000"],
  ["KWD", "3.25", "62", { floor: "15.000", step: "5.000" }, "15.000"],
])(
  "in %s a gap just above the smallest gift of the settings is given to, in a round step",
  async (currency, rate, budget, settings, gift) => {
    await shopIn(currency, rate, budget);
    const plan = await previewOf(budget);
    expect(plan).toMatchObject(settings);
    expect(giftsOf(plan).slice(0, 3)).toEqual([
      [gift, "by-gap"],
      [gift, "by-gap"],
      [gift, "by-gap"],
    ]);
  },
);

test.each([
  [{ floor: "46.30" }, { floor: "46.30", step: "0.10" }],
  [{ floor: "50" }, { floor: "50.00", step: "50.00" }],
  [{ floor: "60" }, { floor: "60.00", step: "20.00" }],
  [{ floor: "0" }, { floor: "1.00", step: "1.00" }],
  [
    { floor: "50", step: "20" },
    { floor: "60.00", step: "20.00" },
  ],
  [{ step: "20" }, { floor: "40.00", step: "20.00" }],
  [{ step: "500" }, { floor: "500.00", step: "500.00" }],
])("of %o the smallest gift is one that can be given: %o", async (asked, settings) => {
  expect(await previewOf("1800", asked)).toMatchObject(settings);
  const round = await perform(createRound, runtime, owner, { name: "x", budget: "1800", ...asked });
  expect(round).toMatchObject(settings);
});

test.each([
  [{ floor: "0", cap: "10", step: "50" }, "step"],
  [{ floor: "50", cap: "55", step: "20" }, "step"],
  [{ cap: "40" }, "cap"],
  [{ step: "0" }, "step"],
])("%o has no gift in it, and is refused by its field", async (asked, field) => {
  await expect(previewOf("1800", asked)).rejects.toMatchObject({ fields: [{ field }] });
});

test("who began a round is told to those who may read the audit", async () => {
  const round = await perform(createRound, runtime, owner, { name: "x", budget: "1800" });
  expect(round.createdBy).toBe(`${owner.kind}:${owner.id}`);
  const viewer = testActor(owner.organizationId, ["viewer"]);
  const { items } = await perform(listRounds, runtime, viewer, {});
  expect(items.map(({ id, createdBy }) => [id, createdBy])).toEqual([[round.id, undefined]]);
});
