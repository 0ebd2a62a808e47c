import { snapshots } from "@headwater/db/tables";
import { testDatabase, type TestDatabase } from "@headwater/db/testing";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { reverseContribution } from "../contributions/reverse.ts";
import { recordDonation } from "../donations/record.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { setRate } from "../rates/set.ts";
import { setProject } from "../projects/set.ts";
import { setTarget } from "../targets/set.ts";
import { createTeam } from "../teams/create.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { testOrganization } from "@headwater/db/testing";
import { askWhy } from "./ask.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let everything: Actor;
let ann: Identifier<"prs">;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  runtime = testRuntime(database);
  everything = testActor(await testOrganization(database), ["all"]);
  await perform(createTeam, runtime, everything, { slug: "red", name: "Red" });
  ann = await person("Ann");
  await person("Bob");
  await uploadDrawn(runtime, everything, {
    product: "shop",
    inventory: { direct: ["a", "b"], needs: { a: ["b"] } },
    takenAt: "2026-03-01T12:00:00Z",
  });
});

async function person(name: string): Promise<Identifier<"prs">> {
  const made = await perform(createPerson, runtime, everything, {
    name,
    email: `${name}@example.com`,
    team: "red",
  });
  const id = parseIdentifier("prs", made.id);
  if (id === null) throw new Error(`${made.id} is no person`);
  return id;
}

async function log(name: string, minutes = 60, project = "pkg:npm/a"): Promise<string> {
  const row = await perform(logContribution, runtime, everything, {
    project,
    person: `${name}@example.com`,
    day: "2026-04-01",
    minutes,
    kind: "review",
  });
  return row.id;
}

const why = (asked: object, actor = everything) =>
  perform(askWhy, runtime, actor, { period: "2026", ...asked });

describe("rows of people", () => {
  test("are named to those who may see them, and to others only their own, with a count of the rest", async () => {
    const [own, other] = [await log("Ann"), await log("Bob")];
    const asked = { number: "minutes", project: "pkg:npm/a" };
    const hidden = { what: "contributions of others", reason: "not-shown" };
    const { organizationId } = everything;
    const all = await why(asked, testActor(organizationId, ["auditor"]));
    const some = await why(asked, testActor(organizationId, ["contributor"], ann));
    const none = await why(asked, testActor(organizationId, ["viewer"]));
    expect(all).toMatchObject({ value: 120, unknowns: [], rows: { contributions: [own, other].sort() } });
    expect(some).toMatchObject({
      value: 120,
      unknowns: [{ ...hidden, rows: 1 }],
      rows: { contributions: [own] },
    });
    expect(none).toMatchObject({
      value: 120,
      unknowns: [{ ...hidden, rows: 2 }],
      rows: { contributions: [] },
    });
  });

  test("of a team with fewer than three people who gave are answered to nobody else", async () => {
    await log("Ann");
    const asked = { number: "minutes", team: "red" };
    await expect(why(asked, testActor(everything.organizationId, ["viewer"]))).rejects.toMatchObject({
      code: "not-allowed",
      fields: [{ field: "team" }],
    });
    expect(await why(asked)).toMatchObject({ value: 60 });
  });
});

describe("what is asked wrongly is refused with the field named", () => {
  test.each([
    [{ number: "ratio" }, "project", "bad-field"],
    [{ number: "alignment", project: "pkg:npm/a" }, "project", "bad-field"],
    [{ number: "ratio", project: "pkg:npm/unheard-of" }, "project", "unknown-project"],
    [{ number: "coverage", ecosystem: "npm" }, "ecosystem", "bad-field"],
    [{ number: "reach", project: "pkg:npm/a", ecosystem: "cargo" }, "ecosystem", "bad-field"],
    [{ number: "reach", project: "pkg:npm/a", product: "nothing" }, "product", "unknown-product"],
    [{ number: "reach", project: "pkg:npm/a", period: "2026-13" }, "period", "bad-field"],
    [{ number: "happiness" }, "number", "bad-field"],
  ])("%j", async (asked, field, code) => {
    await expect(why(asked)).rejects.toMatchObject({ code, fields: [{ field }] });
  });

  test("a project that the company controls, which has no figures", async () => {
    await perform(setProject, runtime, everything, { project: "pkg:npm/b", controlled: true });
    await expect(why({ number: "usageShare", project: "pkg:npm/b" })).rejects.toMatchObject({
      code: "bad-field",
      fields: [{ field: "project" }],
    });
    expect(await why({ number: "usageShare", project: "pkg:npm/a" })).toMatchObject({ value: 1 });
  });
});

describe("an answer", () => {
  test("counts rows without a value, and a row that was taken back leaves no trace in the count", async () => {
    await log("Ann");
    const twice = await log("Bob");
    await perform(reverseContribution, runtime, everything, { id: twice, reason: "logged twice" });
    await perform(recordDonation, runtime, everything, {
      payee: "Somebody",
      amount: "5",
      currency: "GBP",
      day: "2026-04-01",
      kind: "donation",
      project: "pkg:npm/a",
    });
    const answer = await why({ number: "ratio", project: "pkg:npm/a" });
    expect(answer).toMatchObject({ value: null, valueUnknown: "no-valued-rows" });
    expect(answer.unknowns).toEqual([
      { what: "contributions without a value", reason: "no-rate", rows: 1 },
      { what: "donations without a value", reason: "no-exchange-rate", rows: 1 },
    ]);
    expect(answer.rows.contributions).toHaveLength(3);
  });

  test("says the target that is missing", async () => {
    expect(await why({ number: "fairShare", project: "pkg:npm/a" })).toMatchObject({
      value: null,
      valueUnknown: "no-target",
      unknowns: [{ reason: "no-target", rows: 0 }],
    });
    await perform(setTarget, runtime, everything, { year: 2026, amount: "100", currency: "USD" });
    const answer = await why({ number: "fairShare", project: "pkg:npm/a" });
    expect(answer).toMatchObject({ unknowns: [], project: "pkg:npm/a", definitionVersion: "1" });
    expect(answer.rows.targets).toHaveLength(1);
  });

  test("of a project that is neither used nor given to knows that it is nothing", async () => {
    await perform(setRate, runtime, everything, {
      from: "2026-01-01",
      hourly: { amount: "100", currency: "USD" },
    });
    await uploadDrawn(runtime, everything, {
      product: "shop",
      inventory: { direct: ["z"] },
      ref: "other",
      effective: false,
    });
    await log("Ann");
    const ofZ = async (number: string) => (await why({ number, project: "pkg:npm/z" })).value;
    expect([
      await ofZ("usageShare"),
      await ofZ("minutes"),
      await ofZ("giveBack"),
      await ofZ("giveBackShare"),
    ]).toEqual([0, 0, "0.00", 0]);
    expect(await why({ number: "ratio", project: "pkg:npm/z" })).toMatchObject({
      value: null,
      valueUnknown: "no-usage",
    });
  });

  test("names the snapshots that were in force on a day of the period, the first of a source counted backwards", async () => {
    for (const [day, name] of [
      ["2026-05-01", "b"],
      ["2026-05-20", "c"],
      ["2026-07-01", "d"],
    ] as const)
      await uploadDrawn(runtime, everything, {
        product: "shop",
        inventory: { direct: [name] },
        takenAt: `${day}T08:00:00Z`,
      });
    const taken = async (period: string) => {
      const { rows } = await why({ number: "usageShare", project: "pkg:npm/a", period });
      const ids = rows.snapshots.flatMap((text) => parseIdentifier("snp", text) ?? []);
      const found = await database.transaction({ organizationId: everything.organizationId }, (db) =>
        db.select({ takenOn: snapshots.takenOn }).from(snapshots).where(inArray(snapshots.id, ids)),
      );
      return found.map((row) => row.takenOn).sort();
    };
    expect(await taken("2026-01")).toEqual(["2026-03-01"]);
    expect(await taken("2026-05")).toEqual(["2026-05-01", "2026-05-20"]);
    expect(await taken("2026-06")).toEqual(["2026-05-20"]);
    expect(await taken("2026-05..2026-07")).toEqual(["2026-05-01", "2026-05-20", "2026-07-01"]);
  });
});
