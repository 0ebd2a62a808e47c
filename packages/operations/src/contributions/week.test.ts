import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { changeOrganization } from "../organization/change.ts";
import { createProduct } from "../products/create.ts";
import { addProject } from "../projects/add.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { findLoggableProjects } from "./find-projects.ts";
import { logContribution } from "./log.ts";
import { logContributions } from "./log-batch.ts";
import { readMyRecentWork } from "./my-recent-work.ts";
import { readMyWeek } from "./my-week.ts";
import { reverseContribution } from "./reverse.ts";
import { reverseContributions } from "./reverse-batch.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let everything: Actor;
let ann: StaffMember;
let bob: StaffMember;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
// Friday, 20 November 2026.
beforeEach(async () => {
  runtime = testRuntime(database);
  everything = testActor(await testOrganization(database), ["all"]);
  ann = await hire(runtime, everything.organizationId, "Ann", "contributor");
  bob = await hire(runtime, everything.organizationId, "Bob", "contributor");
  for (const slug of ["github.com/curl/curl", "github.com/netty/netty"])
    await perform(addProject, runtime, everything, { slug });
});

const log = (who: StaffMember, day: string, minutes: number, project = "curl", kind = "review") =>
  perform(logContribution, runtime, who.actor, { project, day, minutes, kind });

describe("my week", () => {
  test("holds my rows of seven days, their sums, and nothing of anybody else", async () => {
    await log(ann, "2026-11-16", 75);
    await log(ann, "2026-11-16", 45, "netty", "code");
    await log(ann, "2026-11-18", 30);
    await log(ann, "2026-11-15", 500);
    await log(bob, "2026-11-17", 400);
    const week = await perform(readMyWeek, runtime, ann.actor, {});
    expect(week).toMatchObject({ from: "2026-11-16", to: "2026-11-22", today: "2026-11-20", minutes: 150 });
    expect(week.days.map(({ minutes }) => minutes)).toEqual([120, 0, 30, 0, 0, 0, 0]);
    expect(week.items.map(({ day, projectName, minutes }) => [day, projectName, minutes])).toEqual([
      ["2026-11-18", "curl", 30],
      ["2026-11-16", "netty", 45],
      ["2026-11-16", "curl", 75],
    ]);
  });

  test("begins on the day on which the organization's weeks begin", async () => {
    await perform(changeOrganization, runtime, everything, { weekStart: 7 });
    const week = await perform(readMyWeek, runtime, ann.actor, { day: "2026-11-14" });
    expect([week.from, week.to]).toEqual(["2026-11-08", "2026-11-14"]);
  });

  test("a row that was taken back counts nowhere and is said", async () => {
    await log(ann, "2026-11-16", 75);
    const slip = await log(ann, "2026-11-17", 600);
    await perform(reverseContribution, runtime, ann.actor, { id: slip.id, reason: "a slip" });
    expect(await perform(readMyWeek, runtime, ann.actor, {})).toMatchObject({
      minutes: 75,
      takenBack: 1,
      items: [{ minutes: 75 }],
    });
  });

  test("the usual week is the median of the weeks before in which something was logged", async () => {
    expect((await perform(readMyWeek, runtime, ann.actor, {})).usualMinutes).toBeNull();
    await log(ann, "2026-11-11", 100);
    await log(ann, "2026-11-03", 60);
    await log(ann, "2026-11-04", 60);
    await log(ann, "2026-10-07", 600);
    // Nine weeks ago.
    await log(ann, "2026-09-16", 9);
    expect((await perform(readMyWeek, runtime, ann.actor, {})).usualMinutes).toBe(120);
  });
});

describe("recent work", () => {
  test("is each project with each kind once, the most frequent first, with its usual minutes", async () => {
    await log(ann, "2026-11-19", 30, "netty", "code");
    await log(ann, "2026-11-10", 20);
    await log(ann, "2026-11-11", 40);
    await log(ann, "2026-11-12", 90);
    const slip = await log(ann, "2026-11-19", 45, "netty", "docs");
    await perform(reverseContribution, runtime, ann.actor, { id: slip.id, reason: "a slip" });
    const { items } = await perform(readMyRecentWork, runtime, ann.actor, {});
    expect(items).toEqual([
      {
        project: "github.com/curl/curl",
        projectName: "curl",
        kind: "review",
        usualMinutes: 40,
        lastDay: "2026-11-12",
        rows: 3,
        products: 0,
      },
      expect.objectContaining({ projectName: "netty", kind: "code", rows: 1 }),
    ]);
    expect((await perform(readMyRecentWork, runtime, bob.actor, {})).items).toEqual([]);
  });
});

describe("what somebody who types means", () => {
  test("a name that begins so before one that holds it, and what we use first", async () => {
    await perform(addProject, runtime, everything, { slug: "github.com/x/libcurl" });
    await perform(addProject, runtime, everything, { slug: "github.com/x/curlew" });
    const { items } = await perform(findLoggableProjects, runtime, ann.actor, { q: "curl" });
    expect(items.map(({ name }) => name)).toEqual(["curl", "curlew", "libcurl"]);
  });

  test("says in how many products it is", async () => {
    for (const product of ["shop", "portal"]) {
      await perform(createProduct, runtime, everything, { slug: product });
      await uploadDrawn(runtime, everything, {
        product,
        inventory: { direct: ["left-pad"] },
        takenAt: "2026-03-01T12:00:00Z",
      });
    }
    const { items } = await perform(findLoggableProjects, runtime, ann.actor, { q: "left" });
    expect(items).toEqual([expect.objectContaining({ name: "left-pad", products: 2 })]);
  });

  test("a sign that the database reads as a wildcard is a sign", async () => {
    expect((await perform(findLoggableProjects, runtime, ann.actor, { q: "%" })).items).toEqual([]);
  });
});

describe("many rows", () => {
  test("logged in one go are taken back in one go, or none of them", async () => {
    const rows = ["2026-11-16", "2026-11-17"].map((day) => ({
      project: "curl",
      day,
      minutes: 30,
      kind: "review",
    }));
    const { items } = await perform(logContributions, runtime, ann.actor, { items: rows });
    const ids = items.flatMap((item) => ("id" in item ? [item.id] : []));
    const foreign = await log(bob, "2026-11-16", 10);
    const undo = (asked: readonly string[]) =>
      perform(reverseContributions, runtime, ann.actor, { ids: [...asked], reason: "copied by mistake" });
    await expect(undo([...ids, foreign.id])).rejects.toMatchObject({ code: "not-found" });
    expect((await perform(readMyWeek, runtime, ann.actor, {})).minutes).toBe(60);
    expect((await undo(ids)).reversed).toBe(2);
    expect(await perform(readMyWeek, runtime, ann.actor, {})).toMatchObject({ minutes: 0, takenBack: 2 });
    await expect(undo(ids)).rejects.toMatchObject({ code: "already-reversed" });
  });
});

describe("a project that nobody here knows", () => {
  test("is made known by its address, when the writer says so", async () => {
    const entry = { project: "github.com/xz/xz", day: "2026-11-16", minutes: 30, kind: "review" };
    await expect(perform(logContribution, runtime, ann.actor, entry)).rejects.toMatchObject({
      code: "unknown-project",
    });
    const row = await perform(logContribution, runtime, ann.actor, { ...entry, add: true });
    expect(row).toMatchObject({ project: "github.com/xz/xz", projectName: "xz" });
    expect((await perform(logContribution, runtime, bob.actor, { ...entry, add: true })).projectId).toBe(
      row.projectId,
    );
  });

  test("a name alone makes none", async () => {
    await expect(
      perform(logContribution, runtime, ann.actor, {
        project: "xz",
        day: "2026-11-16",
        minutes: 30,
        kind: "review",
        add: true,
      }),
    ).rejects.toMatchObject({ code: "unknown-project" });
  });
});
