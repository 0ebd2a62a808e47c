import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { reverseContribution } from "../contributions/reverse.ts";
import { type Actor, perform } from "../operation/index.ts";
import { changeOrganization } from "../organization/change.ts";
import { createPerson } from "../people/create.ts";
import { createProduct } from "../products/create.ts";
import { setProject } from "../projects/set.ts";
import { setRate } from "../rates/set.ts";
import { setTarget } from "../targets/set.ts";
import { createTeam } from "../teams/create.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { askWhy } from "../why/ask.ts";
import { readRatios } from "./read.ts";
import { readSummary } from "./summary.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let everything: Actor;
let viewer: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  everything = testActor(await testOrganization(database), ["all"]);
  viewer = testActor(everything.organizationId, ["viewer"]);
  await perform(createTeam, runtime, everything, { slug: "red", name: "Red" });
  for (const name of ["ann", "bob", "cid", "dot"])
    await perform(createPerson, runtime, everything, { name, email: `${name}@example.com`, team: "red" });
  await perform(setRate, runtime, everything, {
    from: "2020-01-01",
    hourly: { amount: "100.00", currency: "USD" },
  });
  await perform(setTarget, runtime, everything, { year: 2026, amount: "80000.00", currency: "USD" });
  await perform(createProduct, runtime, everything, { slug: "shop", team: "red" });
  await uploadDrawn(runtime, everything, {
    product: "shop",
    inventory: { direct: ["a", "b", "c", "d"] },
    takenAt: "2026-03-01T12:00:00Z",
  });
});

const log = (person: string, project: string, day = "2026-07-05", minutes = 60) =>
  perform(logContribution, runtime, everything, {
    project: `pkg:npm/${project}`,
    person: `${person}@example.com`,
    day,
    minutes,
    kind: "review",
  });

/** Three gave to a, four to b, one alone to c; nobody to d. */
async function busyJuly(): Promise<void> {
  for (const person of ["ann", "bob", "cid"]) await log(person, "a");
  for (const person of ["ann", "bob", "cid", "dot"]) await log(person, "b");
  await log("dot", "c", "2026-07-06", 45);
}

const july = { period: "2026-07", team: "red" };
const rows = async (actor: Actor, asked: object = july) =>
  new Map((await perform(readRatios, runtime, actor, asked)).items.map((row) => [row.name, row]));
const hiddenFigures = [
  "minutes",
  "timeValue",
  "giveBack",
  "giveBackShare",
  "ratio",
  "fairShareMet",
  "gap",
] as const;

describe("under a team, to those who may not see the rows of people", () => {
  test("a project of fewer than three people is shown without its time, and the next smallest with it", async () => {
    await busyJuly();
    const shown = await rows(viewer);
    for (const name of ["a", "c"])
      for (const figure of hiddenFigures)
        expect(shown.get(name)).toMatchObject({
          [figure]: null,
          [`${figure}Unknown`]: "fewer-than-three-people",
        });
    expect(shown.get("b")).toMatchObject({ minutes: 240, giveBack: "400.00" });
    expect(shown.get("d")).toMatchObject({ minutes: 0, ratio: 0 });
    expect(shown.get("c")).toMatchObject({ usageShare: expect.any(Number), fairShare: expect.any(String) });
    expect((await rows(everything)).get("c")).toMatchObject({ minutes: 45 });
  });

  test("a hidden project stands last, whatever its gap, and an ecosystem that holds it hides its time too", async () => {
    await busyJuly();
    expect([...(await rows(viewer)).keys()].slice(-2).sort()).toEqual(["a", "c"]);
    expect((await rows(viewer, { ...july, by: "ecosystem" })).get("npm")).toMatchObject({
      minutes: null,
      gapUnknown: "fewer-than-three-people",
    });
    expect((await rows(everything, { ...july, by: "ecosystem" })).get("npm")).toMatchObject({ minutes: 465 });
  });

  test("a hidden figure is not explained, nor one that is made of it", async () => {
    await busyJuly();
    const why = (asked: object, actor = viewer) => perform(askWhy, runtime, actor, { ...july, ...asked });
    for (const number of hiddenFigures) {
      await expect(why({ number, project: "pkg:npm/c" })).rejects.toMatchObject({
        code: "not-allowed",
        fields: [{ field: "project" }],
      });
      await expect(why({ number, project: "pkg:npm/c" }, everything)).resolves.toMatchObject({
        project: "pkg:npm/c",
      });
    }
    for (const number of ["coverage", "alignment", "hhi", "gini", "top5", "gap", "monthsBehind"])
      await expect(why({ number })).rejects.toMatchObject({
        code: "not-allowed",
        fields: [{ field: "number" }],
      });
    await expect(why({ number: "usageShare", project: "pkg:npm/c" })).resolves.toMatchObject({
      number: "usageShare",
    });
    await expect(why({ number: "minutes" })).resolves.toMatchObject({ value: 465 });
  });

  test("a summary leaves out what is made of every project's giving", async () => {
    await busyJuly();
    expect(await perform(readSummary, runtime, viewer, july)).toMatchObject({
      minutes: 465,
      gap: null,
      gapUnknown: "fewer-than-three-people",
      coverage: null,
      alignment: null,
      monthsBehind: null,
      concentration: { hhi: null, gini: null, top5: null, unknown: "fewer-than-three-people" },
    });
    expect(await perform(readSummary, runtime, everything, july)).toMatchObject({
      coverage: expect.any(Number),
      alignment: expect.any(Number),
    });
  });

  test("the give-back of the tail is unknown while one in it is hidden, and not that of the others", async () => {
    await busyJuly();
    await perform(changeOrganization, runtime, everything, {
      smallestGift: { amount: "100000", currency: "USD" },
    });
    expect((await perform(readSummary, runtime, viewer, july)).tail).toMatchObject({
      projects: 4,
      giveBack: null,
      giveBackUnknown: "fewer-than-three-people",
      gapUnknown: "fewer-than-three-people",
    });
    expect((await perform(readSummary, runtime, everything, july)).tail).toMatchObject({
      giveBack: "775.00",
    });
  });

  test("what is hidden in a month is hidden in every period that holds it", async () => {
    await busyJuly();
    for (const person of ["ann", "bob", "cid", "dot"])
      for (const project of ["a", "b", "c"]) await log(person, project, "2026-08-03");
    expect((await rows(viewer, { ...july, period: "2026-08" })).get("c")).toMatchObject({ minutes: 240 });
    expect((await rows(viewer, { ...july, period: "2026-Q3" })).get("c")).toMatchObject({ minutes: null });
  });

  test("who took all back is not counted among three", async () => {
    for (const person of ["ann", "bob"]) await log(person, "a");
    const { id } = await log("cid", "a");
    await rows(viewer);
    await perform(reverseContribution, runtime, everything, { id, reason: "slip" });
    await expect(rows(viewer)).rejects.toMatchObject({ code: "not-allowed", fields: [{ field: "team" }] });
  });

  test.each([
    ["a month in which fewer than three gave", "2026-Q3", "team"],
    ["a part of a month", "ttm", "period"],
  ])("%s is in no period that is shown", async (_, period, field) => {
    await busyJuly();
    await log("ann", "a", "2026-08-03");
    await expect(rows(viewer, { ...july, period })).rejects.toMatchObject({
      code: "not-allowed",
      fields: [{ field }],
    });
    await expect(rows(everything, { ...july, period })).resolves.toBeInstanceOf(Map);
  });

  test("nothing is hidden without a team", async () => {
    await busyJuly();
    expect((await rows(viewer, { period: "2026-07" })).get("c")).toMatchObject({ minutes: 45 });
  });
});

describe("in the list by team, to those who may not see the rows of people", () => {
  const teams = async (actor: Actor, period: string) => rows(actor, { period, by: "team" });
  const give = async (month: string, people: readonly string[]) => {
    for (const person of people) await log(person, "a", `${month}-05`);
  };
  beforeEach(async () => {
    for (const team of ["blue", "green"]) {
      await perform(createTeam, runtime, everything, { slug: team, name: team });
      for (const number of [1, 2, 3, 4])
        await perform(createPerson, runtime, everything, {
          name: `${team}${number}`,
          email: `${team}${number}@example.com`,
          team,
        });
    }
  });
  const red = ["ann", "bob", "cid"];
  const blue = ["blue1", "blue2", "blue3"];
  const green = ["green1", "green2", "green3", "green4"];

  test("a team that is small in one month stands among others in every period that holds it, and the next smallest with it", async () => {
    await give("2026-07", [...red, ...blue, ...green]);
    await give("2026-08", [...red, "blue1", ...green]);
    expect([...(await teams(viewer, "2026-07")).keys()].sort()).toEqual(["blue", "green", "red"]);
    for (const period of ["2026-08", "2026-Q3"])
      expect([...(await teams(viewer, period)).keys()].sort()).toEqual(["green", "other-teams"]);
    // July less the quarter tells of blue and red in August together, of green alone: nothing of blue1.
    expect((await teams(viewer, "2026-Q3")).get("other-teams")).toMatchObject({ minutes: 10 * 60 });
    expect([...(await teams(everything, "2026-Q3")).keys()].sort()).toEqual(["blue", "green", "red"]);
  });

  test("a team that hides another's figures is not shown by its own name either", async () => {
    await give("2026-08", [...red, "blue1", ...green]);
    for (const team of ["red", "blue"])
      await expect(rows(viewer, { period: "2026-08", team })).rejects.toMatchObject({
        code: "not-allowed",
        fields: [{ field: "team" }],
      });
    await expect(rows(viewer, { period: "2026-08", team: "green" })).resolves.toBeInstanceOf(Map);
  });

  test("where all who gave are fewer than three their time is unknown, and not 0", async () => {
    await give("2026-08", ["ann", "blue1"]);
    expect((await teams(viewer, "2026-08")).get("other-teams")).toMatchObject({
      minutes: null,
      minutesUnknown: "fewer-than-three-people",
    });
  });

  test("no team's time is shown in a period that ends within a month", async () => {
    await give("2026-07", [...red, ...blue, ...green]);
    const shown = await teams(viewer, "ttm");
    for (const team of ["red", "blue", "green"])
      expect(shown.get(team)).toMatchObject({ minutes: null, ratioUnknown: "whole-months-only" });
    expect(shown.get("red")).toMatchObject({ usageShare: 1 });
    expect((await teams(everything, "ttm")).get("red")).toMatchObject({ minutes: 180 });
  });

  test("time for what the company controls is nobody's giving, of a team too", async () => {
    await give("2026-07", red);
    await perform(setProject, runtime, everything, { project: "pkg:npm/a", controlled: true });
    expect((await teams(everything, "2026-07")).get("red")).toMatchObject({ minutes: 0 });
  });

  test("a team filter leaves that team alone in the list", async () => {
    await give("2026-07", [...red, ...blue]);
    expect([...(await rows(everything, { period: "2026-07", by: "team", team: "blue" })).keys()]).toEqual([
      "blue",
    ]);
  });
});
