import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { reverseContribution } from "../contributions/reverse.ts";
import { recordDonation } from "../donations/record.ts";
import { reverseDonation } from "../donations/reverse.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { addProject } from "../projects/add.ts";
import { setRate } from "../rates/set.ts";
import { createTeam } from "../teams/create.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { readGivenMoney } from "./money.ts";
import { readGivenTime } from "./time.ts";

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
  for (const slug of ["red", "blue"]) await perform(createTeam, runtime, everything, { slug, name: slug });
  for (const [name, team] of [
    ["ann", "red"],
    ["bob", "red"],
    ["cid", "red"],
    ["dot", "blue"],
  ])
    await perform(createPerson, runtime, everything, { name, email: `${name}@example.com`, team });
  for (const slug of ["github.com/curl/curl", "github.com/netty/netty"])
    await perform(addProject, runtime, everything, { slug });
  await perform(setRate, runtime, everything, {
    from: "2026-01-01",
    hourly: { amount: "100", currency: "USD" },
  });
});

const log = (person: string, day: string, minutes = 60, more: object = {}) =>
  perform(logContribution, runtime, everything, {
    project: "curl",
    person: `${person}@example.com`,
    day,
    minutes,
    kind: "review",
    ...more,
  });
const time = (who: Actor, input: object) => perform(readGivenTime, runtime, who, input);

describe("given in time", () => {
  test("sums rows, minutes and value by month, without what was taken back", async () => {
    await log("ann", "2026-07-05", 90);
    await log("bob", "2026-09-05", 30, { basis: "estimated" });
    const slip = await log("bob", "2026-09-06", 600);
    await perform(reverseContribution, runtime, everything, { id: slip.id, reason: "a slip" });
    // Before the first rate its value is unknown.
    await log("cid", "2025-12-05", 40);
    expect(await time(everything, { period: "2026-Q3" })).toMatchObject({
      rows: 2,
      minutes: 120,
      value: { amount: "200.00", currency: "USD" },
      unknownRows: 0,
      byMonth: [
        { month: "2026-07", logged: 90, imported: 0, estimated: 0 },
        { month: "2026-08", logged: 0, imported: 0, estimated: 0 },
        { month: "2026-09", logged: 0, imported: 0, estimated: 30 },
      ],
      byKind: [{ kind: "review", minutes: 120 }],
    });
    expect(await time(everything, { period: "2025-12" })).toMatchObject({
      minutes: 40,
      value: { amount: "0.00" },
      unknownRows: 1,
    });
  });

  test("follows each filter", async () => {
    await log("ann", "2026-07-05", 1);
    await log("bob", "2026-07-05", 2, { kind: "docs" });
    await log("cid", "2026-07-05", 4, { project: "netty" });
    await log("dot", "2026-07-05", 8, { basis: "imported" });
    const minutes = async (filter: object) =>
      (await time(everything, { period: "2026-07", ...filter })).minutes;
    expect(await minutes({})).toBe(15);
    expect(await minutes({ kind: "docs" })).toBe(2);
    expect(await minutes({ project: "netty" })).toBe(4);
    expect(await minutes({ basis: "imported" })).toBe(8);
    expect(await minutes({ team: "red" })).toBe(7);
    // A key belongs to nobody.
    expect(await minutes({ mine: true })).toBe(0);
  });

  test("a kind of fewer than three people stands only among others, and never alone", async () => {
    for (const person of ["ann", "bob", "cid"]) await log(person, "2026-07-05", 60);
    for (const person of ["ann", "bob", "cid", "dot"])
      await log(person, "2026-07-06", 10, { kind: "triage" });
    await log("dot", "2026-07-05", 7, { kind: "docs" });
    // The next smallest kind is hidden with it, else the total less the rest would tell it.
    expect(await time(viewer, { period: "2026-07" })).toMatchObject({
      minutes: 227,
      byKind: [{ kind: "triage", minutes: 40 }],
      otherKinds: 187,
    });
    expect(await time(everything, { period: "2026-07" })).toMatchObject({
      byKind: [{ minutes: 180 }, { minutes: 40 }, { minutes: 7 }],
      otherKinds: 0,
    });
  });

  test.each([
    { team: "blue" },
    { kind: "docs" },
    { team: "red", kind: "review" },
    { team: "red", period: "ttm" },
  ])("%j would say what a person did", async (filter) => {
    for (const person of ["ann", "bob", "cid", "dot"]) await log(person, "2026-07-05");
    expect(await time(viewer, { period: "2026-07", ...filter })).toMatchObject({
      rows: null,
      minutes: null,
      value: null,
      minutesUnknown: "fewer-than-three-people",
      byMonth: [],
      byKind: [],
    });
    expect((await time(everything, { period: "2026-07", ...filter })).minutes).not.toBeNull();
  });
});

const give = (amount: string, more: object = {}) =>
  perform(recordDonation, runtime, everything, {
    payee: "curl",
    amount,
    currency: "USD",
    day: "2026-07-05",
    kind: "donation",
    project: "curl",
    ...more,
  });
const money = (input: object = {}) =>
  perform(readGivenMoney, runtime, viewer, { period: "2026-07", ...input });

describe("given in money", () => {
  test("cash for the Pledge stands beside all cash, and in-kind apart", async () => {
    await give("100.50");
    await give("2000", { kind: "contract" });
    await give("30", { kind: "in-kind" });
    await give("7", { tail: true, project: undefined });
    await give("5", { pooled: true, project: undefined, kind: "membership" });
    const slip = await give("9999");
    await perform(reverseDonation, runtime, everything, { id: slip.id, reason: "a slip" });
    expect(await money()).toMatchObject({
      rows: 5,
      eligibleCash: "112.50",
      cash: "2112.50",
      inKind: "30.00",
      toTail: "7.00",
      pooled: "5.00",
      unknownRows: 0,
      unknown: [],
      byMonth: [{ month: "2026-07", eligibleCash: "112.50", otherCash: "2000.00", inKind: "30.00" }],
    });
  });

  test("what has no exchange rate is no zero: it stands beside the sums in its own currency", async () => {
    await give("10");
    await give("55.25", { currency: "EUR" });
    const slip = await give("1", { currency: "EUR" });
    await perform(reverseDonation, runtime, everything, { id: slip.id, reason: "a slip" });
    expect(await money()).toMatchObject({
      cash: "10.00",
      unknownRows: 1,
      unknown: [{ amount: "55.25", currency: "EUR", rows: 1 }],
    });
  });

  test("of one project only its part counts", async () => {
    await give("100", {
      project: undefined,
      projects: [
        { project: "curl", weight: 3 },
        { project: "netty", weight: 1 },
      ],
    });
    expect((await money({ project: "netty" })).cash).toBe("25.00");
    expect((await money({ kind: "grant" })).rows).toBe(0);
  });
});
