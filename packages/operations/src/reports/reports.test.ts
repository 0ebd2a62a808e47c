import type { Report, ReportLedger } from "@headwater/contract/reports";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { recordDonation } from "../donations/record.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { setPeriod } from "../periods/set.ts";
import { changeProduct } from "../products/change.ts";
import { readSummary } from "../ratios/summary.ts";
import { createTeam } from "../teams/create.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { enterExample } from "../testing/worked-example.ts";
import { readReport } from "./read.ts";

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

const report = (asked: object = { period: "2026" }, who = actor) => perform(readReport, runtime, who, asked);

describe("the report of the worked example", () => {
  it("has every printed figure, the largest gap first", async () => {
    await enterExample(runtime, actor, 0);
    const { ledger, giving, summary, period } = await report();
    const printed = ledger.projects.map((row) => [
      row.name,
      row.usageShare?.toFixed(4),
      Math.round(Number(row.gap)),
    ]);
    expect(printed).toEqual([
      ["d", "0.3690", 29_524],
      ["b", "0.2262", 18_095],
      ["c", "0.1429", 9429],
      ["e", "0.0635", 4579],
      ["a", "0.1984", 0],
    ]);
    expect(ledger.total).toMatchObject({ projects: 5, fairShare: "80000.00", giveBack: "20700.00" });
    expect(Math.round(Number(ledger.total.gap))).toBe(61_627);
    expect(giving).toEqual({
      cashToProjects: "7500.00",
      cashPooled: "10000.00",
      cash: "17500.00",
      inKind: "0.00",
      time: [
        { basis: "logged", minutes: 7200, value: "13200.00" },
        { basis: "imported", minutes: 0, value: "0.00" },
        { basis: "estimated", minutes: 0, value: "0.00" },
      ],
      total: "30700.00",
      unknownRows: 0,
    });
    expect([period, ((summary.giveBackOfTarget ?? 0) * 100).toFixed(1)]).toEqual(["2026", "38.4"]);
    expect(summary.pledge.perDeveloper).toBe("437.50");
  });

  it("says what closing the gaps would do, by the formulas of the figures", async () => {
    await enterExample(runtime, actor, 0);
    const { decision, ledger } = await report();
    expect(decision).toMatchObject({
      amount: ledger.total.gap,
      projects: 4,
      after: { coverage: 1, monthsBehind: 0 },
    });
    expect(decision?.largest.map(({ name }) => name)).toEqual(["d", "b", "c", "e"]);
    expect([decision?.before.coverage?.toFixed(3), decision?.before.monthsBehind?.toFixed(1)]).toEqual([
      "0.405",
      "9.2",
    ]);
    for (const { id, gap } of decision?.largest ?? [])
      await perform(recordDonation, runtime, actor, {
        payee: "Somebody",
        currency: "USD",
        day: "2026-06-04",
        kind: "donation",
        project: id,
        amount: gap,
      });
    const summary = await perform(readSummary, runtime, actor, { period: "2026" });
    expect([summary.coverage, summary.monthsBehind]).toEqual([
      decision?.after.coverage,
      decision?.after.monthsBehind,
    ]);
    expect((await report()).decision).toBeNull();
  });

  it("names as exposed what most products contain and nobody gave to, and no way to pay that no file names", async () => {
    await enterExample(runtime, actor, 0);
    const { exposure } = await report();
    expect(exposure).toMatchObject([
      { name: "d", reach: 1, productsWithIt: 3, channels: [] },
      { name: "b", productsWithIt: 2, channels: [] },
    ]);
    expect(Math.round(Number(exposure[0]?.gap))).toBe(29_524);
  });
});

describe("a report", () => {
  it("sums to the figures of the company to the cent, whatever is named, whatever is tail", async () => {
    await enterExample(runtime, actor, 20);
    await perform(recordDonation, runtime, actor, {
      payee: "A fund",
      currency: "USD",
      day: "2026-06-04",
      kind: "sponsorship",
      tail: true,
      amount: "12.34",
    });
    const read = await report();
    expect(sumsOf(read.ledger)).toEqual({
      giveBack: minor(read.ledger.total.giveBack),
      gap: minor(read.ledger.total.gap),
      fairShare: minor(read.summary.target),
    });
    expect(minor(read.ledger.total.giveBack) + minor(read.summary.pooled)).toBe(minor(read.summary.giveBack));
    expect(read.summary).toEqual({
      ...(await perform(readSummary, runtime, actor, { period: "2026" })),
      asOf: read.summary.asOf,
    });
    expect(linesOf(read)).toBe(minor(read.giving.total));
  });

  it("of a company that has nothing yet says so and asks for nothing", async () => {
    expect(await report()).toMatchObject({
      ledger: { projects: [], others: { projects: 0 }, total: { projects: 0, giveBack: "0.00", gap: null } },
      giving: { total: "0.00" },
      decision: null,
      exposure: [],
      summary: { targetUnknown: "no-target", products: 0 },
      books: { state: "open", since: null, by: null },
    });
  });

  it("compares with the same days of the year before", async () => {
    await enterExample(runtime, actor, 0);
    expect((await report({ period: "2026-Q2" })).trend.yearBefore).toMatchObject({
      start: "2025-04-01",
      end: "2025-07-01",
      giveBack: "0.00",
    });
  });
});

describe("the books of a report", () => {
  it("are closed once each of its months is, since the last of them was", async () => {
    const { id } = await perform(createPerson, runtime, actor, { name: "Fay", email: "fay@example.com" });
    const fay = { ...actor, kind: "person" as const, id };
    const books = async (period: string, who = actor) => (await report({ period }, who)).books;
    await perform(setPeriod, runtime, fay, { period: "2026-07", state: "closed" });
    await perform(setPeriod, runtime, fay, { period: "2026-08", state: "closed" });
    expect(await books("2026-Q3")).toEqual({ state: "open", since: null, by: null });
    runtime.setClock("2026-12-16T08:00:00.000Z");
    await perform(setPeriod, runtime, fay, { period: "2026-09", state: "soft-closed" });
    expect(await books("2026-Q3")).toMatchObject({ state: "soft-closed", by: "Fay" });
    expect((await books("2026-Q3")).since?.slice(0, 10)).toBe("2026-12-16");
    await perform(setPeriod, runtime, fay, { period: "2026-Q3", state: "closed" });
    expect(await books("2026-Q3")).toMatchObject({ state: "closed", by: "Fay" });
    expect(await books("2026-08")).toMatchObject({ state: "closed" });
    expect(await books("2026")).toMatchObject({ state: "open" });
    const viewer = testActor(actor.organizationId, ["viewer"]);
    expect(await books("2026-Q3", viewer)).toMatchObject({ state: "closed", by: null });
  });
});

describe("a team's report, to those who may not see the rows of people", () => {
  it("hides what would say what one of them did, in no line more than the ratios do", async () => {
    await enterExample(runtime, actor, 0);
    await perform(createTeam, runtime, actor, { slug: "red", name: "Red" });
    for (const product of ["payments", "portal", "tools"])
      await perform(changeProduct, runtime, actor, { slug: product, team: "red" });
    for (const name of ["bob", "cid", "dot"]) {
      const email = `${name}@example.com`;
      await perform(createPerson, runtime, actor, { name, email, team: "red" });
      await log(email, "b");
    }
    await log("dot@example.com", "c");
    const asked = { period: "2026-07", team: "red" };
    const [all, shown] = [
      await report(asked),
      await report(asked, testActor(actor.organizationId, ["viewer"])),
    ];
    // Money is given by the company: a team that gave none is not told to give what has been given.
    const ofTeam = { decision: null, decisionUnknown: "of-the-company", exposure: [] };
    expect(all).toMatchObject(ofTeam);
    expect(shown).toMatchObject(ofTeam);
    expect(shown.ledger.projects.map(({ name }) => name)).not.toContain("c");
    expect(shown.ledger.others).toMatchObject({ giveBack: null, gap: null });
    expect(shown.ledger.total).toMatchObject({ giveBack: all.ledger.total.giveBack, gap: null });
  });
});

const log = (person: string, project: string) =>
  perform(logContribution, runtime, actor, {
    project: `pkg:npm/${project}`,
    person,
    day: "2026-07-06",
    minutes: 60,
    kind: "review",
  });

function sumsOf({ projects, others, tail }: ReportLedger) {
  const lines = [...projects, others, tail];
  const sum = (figure: "giveBack" | "gap" | "fairShare") =>
    lines.reduce((total, line) => total + minor(line[figure]), 0n);
  return { giveBack: sum("giveBack"), gap: sum("gap"), fairShare: sum("fairShare") };
}

function linesOf({ giving }: Report): bigint {
  const { cashToProjects, cashPooled, inKind, time } = giving;
  return [cashToProjects, cashPooled, inKind, ...time.map(({ value }) => value)].reduce(
    (sum, amount) => sum + minor(amount),
    0n,
  );
}

function minor(amount: string | null): bigint {
  if (amount === null) throw new Error("an amount of the report is unknown");
  return BigInt(amount.replace(".", ""));
}
