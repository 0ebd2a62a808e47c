import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { enterExample } from "../testing/worked-example.ts";
import { readRatios } from "./read.ts";
import { readSummary } from "./summary.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  runtime = testRuntime(database, "2026-12-15T12:00:00.000Z");
  actor = testActor(await testOrganization(database), ["all"]);
});

const rows = async () => {
  const { items } = await perform(readRatios, runtime, actor, { period: "2026" });
  return new Map(
    items.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((item) => [item.name, item]),
  );
};
const summary = () => perform(readSummary, runtime, actor, { period: "2026" });

const shares = (items: ReadonlyMap<string, RatioRow>) =>
  Object.fromEntries([...items].map(([name, row]) => [name, row.usageShare?.toFixed(4)]));

describe("the worked example, entered through the operations", () => {
  test("gives every printed figure with the floor off", async () => {
    await enterExample(runtime, actor, 0);
    const items = await rows();
    expect(shares(items)).toEqual({ a: "0.1984", b: "0.2262", c: "0.1429", d: "0.3690", e: "0.0635" });
    const printed = [...items].map(([name, row]) => [
      name,
      row.giveBackShare?.toFixed(4),
      row.ratio?.toFixed(2),
      row.fairShareMet?.toFixed(3),
      Math.round(Number(row.gap)),
      row.tail,
    ]);
    expect(printed).toEqual([
      ["a", "0.8792", "4.43", "1.147", 0, false],
      ["b", "0.0000", "0.00", "0.000", 18_095, false],
      ["c", "0.0966", "0.68", "0.175", 9429, false],
      ["d", "0.0000", "0.00", "0.000", 29_524, false],
      ["e", "0.0242", "0.38", "0.098", 4579, false],
    ]);
    expectCompany(await summary());
    expect(items.get("a")).toMatchObject({
      minutes: 7200,
      timeValue: "13200.00",
      cash: "5000.00",
      giveBack: "18200.00",
    });
    expect([...items.values()].reduce((sum, row) => sum + Math.round(Number(row.fairShare) * 100), 0)).toBe(
      8_000_000,
    );
  });

  test("gives the printed shares with the floor of twenty", async () => {
    await enterExample(runtime, actor, 20);
    expect(shares(await rows())).toEqual({ a: "0.2143", b: "0.2500", c: "0.1071", d: "0.3571", e: "0.0714" });
    expect(await summary()).toMatchObject({
      giveBack: "30700.00",
      target: "80000.00",
      pledge: { perDeveloper: "437.50" },
    });
  });
});

function expectCompany(company: Summary): void {
  expect(company).toMatchObject({
    target: "80000.00",
    giveBack: "30700.00",
    time: "13200.00",
    minutes: 7200,
    cash: "7500.00",
    inKind: "0.00",
    pooled: "10000.00",
    byBasis: { logged: "30700.00", imported: "0.00", estimated: "0.00" },
    pledge: { eligibleCash: "17500.00", developers: 40, perDeveloper: "437.50", currency: "USD" },
    projects: 5,
    products: 3,
    mostUsed: { projects: 5, withoutGiving: 2 },
    received: 3,
    unknownRows: 0,
  });
  const { concentration, ...figures } = company;
  expect(
    [figures.giveBackOfTarget, figures.coverage, figures.alignment].map((part) =>
      ((part ?? NaN) * 100).toFixed(1),
    ),
  ).toEqual(["38.4", "40.5", "31.9"]);
  expect([figures.monthsBehind?.toFixed(1), Math.round(Number(figures.gap))]).toEqual(["9.2", 61_627]);
  expect([concentration.hhi?.toFixed(3), concentration.gini?.toFixed(2), concentration.top5]).toEqual([
    "0.783",
    "0.74",
    1,
  ]);
}
