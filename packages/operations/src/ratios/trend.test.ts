import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { parseDay, parsePeriod, type Period } from "@headwater/domain/period";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { recordDonation } from "../donations/record.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { setTarget } from "../targets/set.ts";
import { createTeam } from "../teams/create.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { readSummary } from "./summary.ts";
import { readTrend } from "./trend.ts";
import { trendWindows } from "./trend-windows.ts";

const today = parseDay("2026-11-22");
const period = (text: string): Period => {
  const parsed = today === null ? null : parsePeriod(text, { today, fiscalYearStart: 1 });
  if (parsed === null || "error" in parsed) throw new Error(text);
  return parsed;
};

describe("the periods of a trend", () => {
  test.each([
    ["ttm", ["2024-12-01", "2025-12-01"], ["2025-10-01", "2026-10-01"], ["2025-11-01", "2026-11-01"]],
    ["2026-Q3", ["2025-08-01", "2025-11-01"], ["2026-06-01", "2026-09-01"], ["2026-07-01", "2026-10-01"]],
    ["2026-07", ["2025-08-01", "2025-09-01"], ["2026-06-01", "2026-07-01"], ["2026-07-01", "2026-08-01"]],
    ["2025", ["2024-02-01", "2025-02-01"], ["2024-12-01", "2025-12-01"], ["2025-01-01", "2026-01-01"]],
  ])("of %s are as long as it and end with a month each", (text, first, beforeLast, last) => {
    const windows = trendWindows(period(text)).map(({ start, end }) => [start, end]);
    expect([windows[0], windows.at(-2), windows.at(-1)]).toEqual([first, beforeLast, last]);
  });
});

describe("a trend", () => {
  let database: TestDatabase;
  let runtime: TestRuntime;
  let actor: Actor;
  beforeAll(async () => {
    database = await testDatabase();
    runtime = testRuntime(database, "2026-11-22T12:00:00.000Z");
    actor = testActor(await testOrganization(database), ["all"]);
    const upload = (direct: readonly string[], takenAt: string) =>
      uploadDrawn(runtime, actor, { product: "shop", inventory: { direct: [...direct] }, takenAt });
    await upload(["a", "b"], "2025-12-05T09:00:00Z");
    await upload(["b", "c", "d"], "2026-06-05T09:00:00Z");
    for (const year of [2024, 2025, 2026])
      await perform(setTarget, runtime, actor, { year, amount: "1000", currency: "USD" });
    for (const [project, amount, day] of [
      ["pkg:npm/a", "100", "2025-01-10"],
      ["pkg:npm/b", "200", "2026-02-10"],
      ["pkg:npm/c", "50", "2026-11-03"],
    ])
      await perform(recordDonation, runtime, actor, {
        payee: "Somebody",
        currency: "USD",
        kind: "donation",
        project,
        amount,
        day,
      });
  });
  afterAll(() => database.close());

  const figuresOfSummary = async (text: string) => {
    const { giveBack, giveBackOfTarget, coverage, alignment, monthsBehind } = await perform(
      readSummary,
      runtime,
      actor,
      { period: text },
    );
    return { giveBack, giveBackOfTarget, coverage, alignment, monthsBehind };
  };

  it("says of each period what its own headline says, and ends with the period that was asked for", async () => {
    const { points, before } = await perform(readTrend, runtime, actor, { period: "ttm" });
    expect(points).toHaveLength(13);
    expect(points.at(-1)).toMatchObject({ end: "2026-11-23", ...(await figuresOfSummary("ttm")) });
    expect(points.at(-2)).toMatchObject(await figuresOfSummary("2025-11..2026-10"));
    expect(points[4]).toMatchObject(await figuresOfSummary("2025-04..2026-03"));
    expect(await perform(readTrend, runtime, actor, { period: "2026-Q1" })).toMatchObject({
      yearBefore: { start: "2025-01-01", end: "2025-04-01", ...(await figuresOfSummary("2025-Q1")) },
    });
    expect(points[0]).toMatchObject(await figuresOfSummary("2024-12..2025-11"));
    expect(before).toMatchObject({ start: "2024-11-23", end: "2025-11-23", giveBack: "100.00" });
  });

  it("of whole months has no month twice", async () => {
    const { points, before } = await perform(readTrend, runtime, actor, { period: "2026-Q3" });
    expect(points).toHaveLength(12);
    expect(points.at(-1)).toMatchObject({ start: "2026-07-01", end: "2026-10-01" });
    expect(before).toMatchObject({
      start: "2026-04-01",
      end: "2026-07-01",
      ...(await figuresOfSummary("2026-Q2")),
    });
  });

  it("that was asked before is answered from memory, and follows what is given", async () => {
    const before = await perform(readTrend, runtime, actor, { period: "2026-11" });
    expect(await perform(readTrend, runtime, actor, { period: "2026-11" })).toEqual(before);
    await perform(recordDonation, runtime, actor, {
      payee: "Somebody",
      currency: "USD",
      kind: "donation",
      project: "pkg:npm/d",
      amount: "25",
      day: "2026-11-04",
    });
    const after = await perform(readTrend, runtime, actor, { period: "2026-11" });
    expect([before.points.at(-1)?.giveBack, after.points.at(-1)?.giveBack]).toEqual(["50.00", "75.00"]);
  });

  it("of a team hides what would say what one person did", async () => {
    const viewer = testActor(actor.organizationId, ["viewer"]);
    await perform(createTeam, runtime, actor, { slug: "web", name: "Web" });
    await perform(createPerson, runtime, actor, { name: "Ann", email: "ann@example.com", team: "web" });
    await perform(logContribution, runtime, actor, {
      project: "pkg:npm/b",
      person: "ann@example.com",
      day: "2026-05-05",
      minutes: 60,
      kind: "review",
    });
    const asked = { period: "2026-07", team: "web" };
    const [all, some] = [
      await perform(readTrend, runtime, actor, asked),
      await perform(readTrend, runtime, viewer, asked),
    ];
    const may = (points: typeof all.points) => points.find(({ start }) => start === "2026-05-01");
    expect(may(all.points)?.giveBackOfTargetUnknown).not.toBe("fewer-than-three-people");
    expect(may(some.points)).toMatchObject({ giveBack: null, giveBackUnknown: "fewer-than-three-people" });
    expect(some.points.at(-1)).toMatchObject({ giveBack: "0.00" });
  });
});
