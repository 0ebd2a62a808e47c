import {
  audit,
  contributions,
  demos,
  documents,
  donations,
  organizations,
  roundLines,
  rounds,
  uploads,
} from "@headwater/db/tables";
import { removeDemoRows } from "@headwater/db/demo";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { type Identifier, parseIdentifier } from "@headwater/domain/identifier";
import { asc, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../audit/verify.ts";
import { chainPending } from "../audit/chain-pending.ts";
import { installationState } from "../installation/state.ts";
import { readMyRecentWork } from "../contributions/my-recent-work.ts";
import { readMyWeek } from "../contributions/my-week.ts";
import { listMappingProposals } from "../mapping/list-proposals.ts";
import { type Actor, perform } from "../operation/index.ts";
import { listPeople } from "../people/list.ts";
import { listProducts } from "../products/list.ts";
import { readRatios } from "../ratios/read.ts";
import { readSummary } from "../ratios/summary.ts";
import { listRounds } from "../rounds/list.ts";
import { readPlan } from "../rounds/read-plan.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { fillDemo } from "./fill.ts";
import { loadDemo } from "./load.ts";
import { provisionDemo } from "./provision.ts";
import { readDemo } from "./read.ts";
import { removeDemo } from "./remove.ts";

// Two years through the real operations: seconds on a quiet machine.
const PATIENCE_MILLIS = 240_000;

let database: TestDatabase;
let runtime: TestRuntime;
let demo: Identifier<"org">;
let owner: Actor;

const account = (userId: string) => ({
  userId,
  account: { accountId: `account of ${userId}`, passwordDigest: "none" },
});

beforeAll(async () => {
  database = await testDatabase();
  runtime = testRuntime(database, "2026-11-20T12:00:00.000Z");
  demo = await provisionDemo(runtime, { loadedBy: null, account: account("visitor") });
  await fillDemo(runtime, demo);
  owner = testActor(demo, ["owner"]);
}, PATIENCE_MILLIS);
afterAll(() => database.close());

const removed = [
  contributions,
  donations,
  documents,
  uploads,
  organizations,
  rounds,
  roundLines,
  audit,
] as const;

describe("the demo company", () => {
  it("says that it is one, and that it is loaded whole", async () => {
    const { demo: shown } = await perform(readDemo, runtime, owner, {});
    expect(shown).toMatchObject({ organization: demo, here: true, finished: true, failure: null });
    expect(shown?.stepsDone).toBe(shown?.steps);
    expect(await installationState(runtime)).toEqual({ welcome: true, demo: true });
  });

  it("has eight products, seven of them seen of late and one long ago", async () => {
    const { items } = await perform(listProducts, runtime, owner, {});
    expect(items).toHaveLength(8);
    const stale = items.filter(({ sources }) => sources.some((source) => source.stale));
    expect(stale.map(({ slug }) => slug)).toEqual(["yard-terminal"]);
  });

  it("has figures that are whole enough to be believed, and something left to do", async () => {
    const { confidence, unknownRows, pooled, byBasis, giveBackOfTarget } = await perform(
      readSummary,
      runtime,
      owner,
      {},
    );
    expect(confidence).toMatchObject({ partial: false, assumedUsage: 0, seenProducts: 7 / 8 });
    expect(confidence.linkedPeople).toBeGreaterThan(0.8);
    expect(unknownRows).toBe(1);
    expect(pooled).toBe("10000.00");
    expect(Object.values(byBasis).every((value) => Number(value) > 1000)).toBe(true);
    expect(giveBackOfTarget).toBeGreaterThan(0.3);
    expect(giveBackOfTarget).toBeLessThan(0.7);
    expect((await perform(listMappingProposals, runtime, owner, {})).items.length).toBeGreaterThan(20);
  });

  it("has a week of the owner's own", async () => {
    const people = await perform(listPeople, runtime, owner, {});
    const ada = parseIdentifier("prs", people.items.find(({ name }) => name === "Ada Moss")?.id ?? "");
    const visitor: Actor = { ...owner, personId: ada };
    const week = await perform(readMyWeek, runtime, visitor, {});
    expect(week.items.map(({ kind, value }) => [kind, value === null])).toContainEqual(["triage", false]);
    expect((await perform(readMyRecentWork, runtime, visitor, {})).items.length).toBeGreaterThanOrEqual(4);
  });

  it("tells of three teams, and of two years in each figure", async () => {
    const teams = await perform(readRatios, runtime, owner, { by: "team" });
    expect(teams.items.filter(({ minutes }) => (minutes ?? 0) > 0).length).toBeGreaterThanOrEqual(3);
    const before = await perform(readSummary, runtime, owner, { period: "2024-11-21..2025-11-20" });
    expect(Number(before.giveBack)).toBeGreaterThan(10_000);
    expect(before.confidence.assumedUsage).toBeLessThan(0.05);
  });

  it("plans this quarter's round, with lines that are decided and payees that carry several projects", async () => {
    const { items } = await perform(listRounds, runtime, owner, {});
    expect(items).toMatchObject([{ name: "Round 2026-Q4", budget: "30000.00", version: 7 }]);
    const plan = await perform(readPlan, runtime, owner, { id: items[0]?.id ?? "" });
    expect(plan).toMatchObject({ allocated: "30000.00", counts: { locked: 4, leftOut: 2 } });
    expect(plan.after.coverage ?? 0).toBeGreaterThan((plan.before.coverage ?? 0) + 0.3);
    expect(plan.payees.some(({ payee, projects }) => payee?.as === "csv" && projects.length > 2)).toBe(true);
    expect(plan.sponsors.rows).toBeGreaterThan(4);
  });

  it("did everything through audited operations, whose chain holds", async () => {
    await chainPending(runtime, demo);
    expect(await perform(verifyAudit, runtime, owner, {})).toMatchObject({ intact: true });
  });
});

describe("loaded by an owner", () => {
  it(
    "stands beside their organization, tells the same, and goes without a trace while theirs and the visitors' stay",
    async () => {
      const real = testActor(await testOrganization(database), ["owner"]);
      const beside = await loadDemo(runtime, real, account("owner's demo"));
      await fillDemo(runtime, beside);
      expect(await tellsOf(beside)).toEqual(await tellsOf(demo));
      expect((await perform(readDemo, runtime, real, {})).demo).toMatchObject({
        organization: beside,
        here: false,
      });
      await expect(loadDemo(runtime, real, account("again"))).rejects.toMatchObject({
        code: "already-exists",
      });

      expect(await perform(removeDemo, runtime, real, {})).toEqual({ organization: beside, here: false });
      await removeDemoRows(database, beside);
      await expect(perform(readSummary, runtime, testActor(beside, ["owner"]), {})).rejects.toMatchObject({
        code: "not-found",
      });
      for (const table of removed) {
        const rows = await database.transaction({ organizationId: beside }, (db) =>
          db.select({ rows: count() }).from(table),
        );
        expect(rows).toEqual([{ rows: 0 }]);
      }
      const written = await database.transaction({ organizationId: real.organizationId }, (db) =>
        db.select({ operation: audit.operation }).from(audit).orderBy(asc(audit.id)),
      );
      expect(written.map(({ operation }) => operation)).toContain("demo.remove");
      expect((await perform(readDemo, runtime, owner, {})).demo).toMatchObject({ organization: demo });
    },
    PATIENCE_MILLIS,
  );

  it("is not taken up where its loading was interrupted, and says so", async () => {
    const real = testActor(await testOrganization(database), ["owner"]);
    const beside = await loadDemo(runtime, real, account("interrupted"));
    await database.transaction("identity", (db) =>
      db.update(demos).set({ stepsDone: 3 }).where(eq(demos.organizationId, beside)),
    );
    await fillDemo(runtime, beside);
    expect((await perform(readDemo, runtime, real, {})).demo).toMatchObject({
      finished: true,
      failure: "The loading was interrupted. Remove the demo company and load it again.",
    });
  });
});

/** The ledgers and the figures, without ids of what the database numbers itself. */
async function tellsOf(organizationId: Identifier<"org">) {
  const actor = testActor(organizationId, ["owner"]);
  const { asOf: _, ...summary } = await perform(readSummary, runtime, actor, { period: "2026-Q3" });
  const rows = await database.transaction({ organizationId }, (db) =>
    db
      .select({
        id: contributions.id,
        day: contributions.day,
        minutes: contributions.minutes,
        value: contributions.valueMinor,
      })
      .from(contributions)
      .orderBy(asc(contributions.id)),
  );
  return { summary, rows };
}
