import type { Plan, Round, RoundLine } from "@headwater/contract/rounds";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { roles } from "@headwater/domain/organization";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "../audit/list.ts";
import { recordDonation } from "../donations/record.ts";
import { setExchangeRate } from "../exchange-rates/set.ts";
import { setPackageProject } from "../mapping/set-package-project.ts";
import { type Actor, perform } from "../operation/index.ts";
import { readSummary } from "../ratios/summary.ts";
import { setTarget } from "../targets/set.ts";
import { fundedShop } from "../testing/funded-shop.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { uploadInventory } from "../testing/upload.ts";
import { changeRound } from "./change.ts";
import { createRound } from "./create.ts";
import { decideLine } from "./decide.ts";
import { listRoundLines } from "./list-lines.ts";
import { listRounds } from "./list.ts";
import { previewRound } from "./preview.ts";
import { readPlan } from "./read-plan.ts";
import { readSponsors } from "./read-sponsors.ts";
import { removeRound } from "./remove.ts";

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

const shop = (actor: Actor = owner, currency = "USD") => fundedShop(runtime, actor, currency);
const begin = (budget: string, more: object = {}, actor: Actor = owner): Promise<Round> =>
  perform(createRound, runtime, actor, {
    name: "The last quarter",
    budget,
    floor: "50",
    step: "10",
    ...more,
  });
const planOf = (round: Pick<Round, "id">, more: object = {}, actor: Actor = owner): Promise<Plan> =>
  perform(readPlan, runtime, actor, { id: round.id, ...more });
const decide = (round: Round, name: string, decision: object, actor: Actor = owner) =>
  perform(decideLine, runtime, actor, {
    id: round.id,
    version: round.version,
    project: `pkg:npm/${name}`,
    ...decision,
  });
const lineOf = (plan: Plan, name: string): RoundLine | undefined =>
  plan.lines.find((line) => line.name === name);
const finals = (plan: Plan) => Object.fromEntries(plan.lines.map((line) => [line.name, line.final]));

describe("a round", () => {
  test("splits its budget over the gaps, and says what that does by the formula of the ratios", async () => {
    await shop();
    const plan = await planOf(await begin("1800"));
    expect(finals(plan)).toEqual({ a: "300.00", b: "500.00", c: "500.00", d: "500.00" });
    expect([plan.locked, plan.proposed, plan.reserve]).toEqual(["0.00", "1800.00", "0.00"]);
    expect(plan.before).toMatchObject({ coverage: 0.25, gap: "3600.00", monthsBehind: 10.8 });
    expect(plan.after).toMatchObject({ coverage: 1, gap: "1800.00", alignment: expect.closeTo(0.932, 3) });
    // What it says would come true is what the summary says once it has.
    for (const line of plan.lines)
      await perform(recordDonation, runtime, owner, {
        payee: "Somebody",
        currency: "USD",
        amount: line.final,
        day: "2026-11-19",
        kind: "sponsorship",
        project: line.project,
      });
    const summary = await perform(readSummary, runtime, owner, {});
    const { coverage, alignment, monthsBehind, gap, giveBackOfTarget } = summary;
    expect(plan.after).toEqual({ coverage, alignment, monthsBehind, gap, giveBackOfTarget });
  });

  test("keeps what was locked and left out, shares the rest anew, and takes each back", async () => {
    await shop();
    const begun = await begin("1800");
    const locked = await decide(begun, "d", { locked: "900" });
    const left = await decide(locked.round, "c", { leftOut: "They asked for time" });
    const plan = await planOf(left.round);
    expect(finals(plan)).toEqual({ a: "340.00", b: "560.00", c: "0.00", d: "900.00" });
    expect(lineOf(plan, "c")).toMatchObject({
      reason: "left-out",
      leftOut: "They asked for time",
      suggested: "500.00",
    });
    expect(lineOf(plan, "d")).toMatchObject({ reason: "locked", locked: "900.00", suggested: "500.00" });
    expect([plan.locked, plan.proposed, plan.reserve]).toEqual(["900.00", "900.00", "0.00"]);
    expect(left.before).toEqual({ locked: null, leftOut: null, payee: null });
    const back = await decide((await decide(left.round, "c", { leftOut: null })).round, "d", {
      locked: null,
    });
    expect(finals(await planOf(back.round))).toEqual(finals(await planOf(begun)));
    expect(back.round.version).toBe(5);
  });

  test("sums lines by who is paid, asks first where our files name nobody, and takes the way that was chosen", async () => {
    await shop();
    const begun = await begin("1800");
    expect(
      (await planOf(begun)).payees.map(({ payee, amount, projects }) => [
        payee?.handle,
        amount,
        projects.map(({ name }) => name),
      ]),
    ).toEqual([
      ["ann", "800.00", ["b", "a"]],
      ["c", "500.00", ["c"]],
      [undefined, "500.00", ["d"]],
    ]);
    for (const name of ["a", "d"])
      await expect(decide(begun, name, { payee: "https://example.org/not-there" })).rejects.toMatchObject({
        fields: [{ field: "payee" }],
      });
    const { round } = await decide(begun, "a", { payee: "https://github.com/Ann?sponsor=1" });
    expect(lineOf(await planOf(round), "a")?.payee?.url).toBe("https://github.com/sponsors/Ann");
  });

  test("pays nobody else where our files do not name the chosen way any more, and says so", async () => {
    await shop();
    const move = (name: string, project: string) =>
      perform(setPackageProject, runtime, owner, { package: `pkg:npm/${name}`, project });
    for (const name of ["a", "c"]) await move(name, "github.com/x/x");
    const chosen = "https://opencollective.com/c";
    const { round } = await decide(await begin("1800"), "a", { payee: chosen });
    expect(lineOf(await planOf(round), "x")).toMatchObject({ payee: { url: chosen } });
    await move("c", "github.com/c/c");
    const line = lineOf(await planOf(round), "x");
    expect(line).toMatchObject({ payee: null, payeeGone: chosen, ways: [{ handle: "Ann" }] });
    const { items } = await perform(readSponsors, runtime, owner, { id: round.id });
    expect(items).toEqual([{ username: "ann", amount: 500 }]);
  });

  test("is handed on as the file of GitHub Sponsors in whole dollars, and as a table of all lines", async () => {
    await shop();
    const round = await begin("1000.55", { step: "0.01" });
    const sponsors = await perform(readSponsors, runtime, owner, { id: round.id });
    expect(sponsors).toEqual({ part: 1, parts: 1, items: [{ username: "ann", amount: 444 }] });
    const { items } = await perform(listRoundLines, runtime, owner, { id: round.id });
    const paid = new Map(items.map(({ name, final, account }) => [name, [final, account]]));
    expect(Object.fromEntries(paid)).toEqual({
      a: ["166.76", "Ann"],
      b: ["277.93", "ann"],
      c: ["277.93", "c"],
      d: ["277.93", null],
    });
    await expect(perform(readSponsors, runtime, owner, { id: round.id, part: 2 })).rejects.toMatchObject({
      code: "bad-field",
    });
  });

  test("in another currency needs today's rate to the dollar, and says so", async () => {
    await shop(owner, "EUR");
    const round = await begin("1800");
    expect((await planOf(round)).sponsors.dollars).toBeNull();
    await expect(perform(readSponsors, runtime, owner, { id: round.id })).rejects.toThrow(
      /no exchange rate between EUR and USD/,
    );
    await perform(setExchangeRate, runtime, owner, {
      base: "EUR",
      quote: "USD",
      day: "2026-11-20",
      rate: "1.10",
      source: "a bank",
    });
    const { items } = await perform(readSponsors, runtime, owner, { id: round.id });
    expect(items).toEqual([{ username: "ann", amount: 880 }]);
  });

  test("follows a package that finds its project, with what was decided on it", async () => {
    await shop();
    const { round } = await decide(await begin("1800"), "d", { locked: "700" });
    await perform(setPackageProject, runtime, owner, { package: "pkg:npm/d", project: "github.com/d/d" });
    const line = (await planOf(round)).lines.find(({ project }) => project === "github.com/d/d");
    expect(line).toMatchObject({ final: "700.00", reason: "locked" });
    const freed = await decide(round, "d", { locked: null });
    expect(freed.before.locked).toBe("700.00");
    const after = (await planOf(round)).lines.find(({ project }) => project === "github.com/d/d");
    expect(after).toMatchObject({ final: "500.00", reason: "by-gap", locked: null });
  });

  test("sums what was locked on packages that are one project now, and takes it back as one", async () => {
    await shop();
    let { round } = await decide(await begin("1800"), "c", { locked: "300" });
    ({ round } = await decide(round, "d", { locked: "700" }));
    for (const name of ["c", "d"])
      await perform(setPackageProject, runtime, owner, {
        package: `pkg:npm/${name}`,
        project: "github.com/x/x",
      });
    const plan = await planOf(round);
    expect(lineOf(plan, "x")).toMatchObject({ final: "1000.00", locked: "1000.00", reason: "locked" });
    expect(plan.locked).toBe("1000.00");
    const lowered = await decide(round, "c", { locked: "500" });
    expect([lowered.project, lowered.before.locked]).toEqual(["github.com/x/x", "1000.00"]);
    ({ round } = await decide(lowered.round, "d", { leftOut: "Asked for time" }));
    expect(lineOf(await planOf(round), "x")).toMatchObject({ final: "0.00", locked: null });
  });

  test("leaves out what is one project now only where each of its packages was", async () => {
    await shop();
    let { round } = await decide(await begin("1800"), "b", { leftOut: "One" });
    ({ round } = await decide(round, "c", { leftOut: "Other" }));
    ({ round } = await decide(round, "d", { locked: "700" }));
    const join = (name: string) =>
      perform(setPackageProject, runtime, owner, { package: `pkg:npm/${name}`, project: "github.com/x/x" });
    await join("b");
    await join("c");
    const reasons = lineOf(await planOf(round), "x")?.leftOut?.split("; ") ?? [];
    expect(reasons.toSorted()).toEqual(["One", "Other"]);
    await join("d");
    expect(lineOf(await planOf(round), "x")).toMatchObject({ final: "700.00", leftOut: null });
  });

  test("looks for lines by name, and sends so many of the others as are asked for", async () => {
    await shop();
    const round = await begin("500", { cap: "500", floor: "500" });
    const plan = await planOf(round, { others: 1 });
    expect([plan.lines.length, plan.more, plan.counts.budgetUsed]).toEqual([2, 2, 3]);
    expect((await planOf(round, { q: "NPM/a", others: 10 })).lines.map(({ name }) => name)).toEqual(["a"]);
    expect((await planOf(round, { q: "%", others: 10 })).lines).toEqual([]);
  });
});

test("a decision leaves the figures in memory, since none rests on it", async () => {
  await shop();
  const round = await begin("1800");
  await planOf(round);
  const memory = runtime.memory.of(owner.organizationId);
  await decide(round, "a", { locked: "100" });
  expect(runtime.memory.of(owner.organizationId)).toBe(memory);
  await perform(setTarget, runtime, owner, { year: 2026, amount: "5000", currency: "USD" });
  expect(runtime.memory.of(owner.organizationId)).not.toBe(memory);
});

describe("two at once", () => {
  test("who decides on an older state is refused, and nothing of it is written", async () => {
    await shop();
    const seen = await begin("1800");
    const outcomes = await Promise.allSettled([
      decide(seen, "a", { locked: "100" }),
      decide(seen, "b", { locked: "200" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.flatMap((outcome): unknown[] =>
      outcome.status === "rejected" ? [outcome.reason] : [],
    );
    expect(refused).toMatchObject([
      { code: "changed-meanwhile", message: expect.stringMatching(/version 1, and it is at 2/) },
    ]);
    const plan = await planOf(seen);
    expect([plan.round?.version, plan.counts.locked]).toEqual([2, 1]);
    for (const late of [
      () => perform(changeRound, runtime, owner, { id: seen.id, version: 1, budget: "1" }),
      () => perform(removeRound, runtime, owner, { id: seen.id, version: 1 }),
    ])
      await expect(late()).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("no more can be locked than there is, from either side", async () => {
    await shop();
    const { round } = await decide(await begin("1800"), "a", { locked: "1500" });
    await expect(decide(round, "b", { locked: "301" })).rejects.toThrow(
      /come to USD 1801.00, and the budget is USD 1800.00/,
    );
    await expect(
      perform(changeRound, runtime, owner, { id: round.id, version: round.version, budget: "1499.99" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect((await planOf(round)).round?.version).toBe(2);
  });
});

describe("before a round", () => {
  test("a preview says what a budget would do, and keeps nothing", async () => {
    await shop();
    const plan = await perform(previewRound, runtime, owner, { budget: "1800", floor: "50", step: "10" });
    expect([plan.round, plan.proposed, plan.after.coverage]).toEqual([null, "1800.00", 1]);
    expect((await perform(listRounds, runtime, owner, {})).items).toEqual([]);
  });

  test("without a target the gaps are unknown and nothing is proposed; what is locked stays", async () => {
    await uploadInventory(runtime, owner, {
      product: "shop",
      fileName: "package-lock.json",
      text: JSON.stringify({
        lockfileVersion: 3,
        packages: { "": { name: "own", dependencies: { a: "1" } }, "node_modules/a": { version: "1.0.0" } },
      }),
    });
    const { round } = await decide(await begin("100"), "a", { locked: "60" });
    const plan = await planOf(round);
    expect(plan).toMatchObject({
      targetUnknown: "no-target",
      locked: "60.00",
      proposed: "0.00",
      reserve: "40.00",
    });
    expect(plan.lines).toMatchObject([{ final: "60.00", gap: null, gapUnknown: "no-target" }]);
  });

  test("an organization without anything has a plan of nothing", async () => {
    const plan = await planOf(await begin("100"));
    expect([plan.lines, plan.projects, plan.reserve]).toEqual([[], 0, "100.00"]);
  });

  test.each([
    [{ budget: "-1" }, "budget"],
    [{ budget: "a lot" }, "budget"],
    [{ budget: "10", step: "0" }, "step"],
    [{ budget: "10", floor: "5", cap: "4" }, "cap"],
    [{ budget: "10", period: "soon" }, "period"],
  ])("%o is refused by its field", async (asked, field) => {
    await expect(perform(createRound, runtime, owner, { name: "x", ...asked })).rejects.toMatchObject({
      fields: [{ field }],
    });
  });

  test("the smallest gift is that of the settings and gifts go in steps that people would write", async () => {
    const round = await perform(createRound, runtime, owner, { name: "x", budget: "80000" });
    expect(round).toMatchObject({ floor: "50.00", step: "50.00", cap: null, version: 1 });
  });
});

test("is planned by the program office, finance and owners, and read by whoever reads ratios", async () => {
  await shop();
  const round = await begin("1800");
  const may = await Promise.all(
    roles.map(async (role) => {
      const actor = testActor(owner.organizationId, [role]);
      const plan = await planOf(round, {}, actor).then(
        () => "reads",
        () => "",
      );
      const written = await begin("1", {}, actor).then(
        () => "plans",
        () => "",
      );
      return [role, `${plan} ${written}`.trim()];
    }),
  );
  expect(Object.fromEntries(may)).toEqual({
    viewer: "reads",
    contributor: "reads",
    lead: "reads",
    ospo: "reads plans",
    finance: "reads plans",
    security: "reads",
    auditor: "reads",
    owner: "reads plans",
  });
});

test("of another organization there is none, whatever is asked of it", async () => {
  await shop();
  const round = await begin("1800");
  const other = testActor(await testOrganization(database, { name: "Other" }), ["owner"]);
  await shop(other);
  for (const asked of [
    () => planOf(round, {}, other),
    () => decide(round, "a", { locked: "1" }, other),
    () => perform(changeRound, runtime, other, { id: round.id, version: 1, budget: "1" }),
    () => perform(removeRound, runtime, other, { id: round.id, version: 1 }),
    () => perform(readSponsors, runtime, other, { id: round.id }),
    () => perform(listRoundLines, runtime, other, { id: round.id }),
  ])
    await expect(asked()).rejects.toMatchObject({ code: "not-found" });
  expect((await perform(listRounds, runtime, other, {})).items).toEqual([]);
});

test("leaves its audit rows without anybody's words, and goes as a whole", async () => {
  await shop();
  const begun = await begin("1800");
  const { round } = await decide(begun, "a", { leftOut: "A secret of ours" });
  const changed = await perform(changeRound, runtime, owner, {
    id: round.id,
    version: 2,
    name: "Another name",
    cap: "700",
  });
  expect(changed).toMatchObject({ name: "Another name", cap: "700.00", budget: "1800.00", version: 3 });
  await perform(removeRound, runtime, owner, { id: round.id, version: 3 });
  await expect(planOf(round)).rejects.toMatchObject({ code: "not-found" });
  const { items } = await perform(listAudit, runtime, owner, { limit: 4 });
  expect(items.map(({ operation }) => operation)).toEqual([
    "round.remove",
    "round.change",
    "round.decide-line",
    "round.create",
  ]);
  for (const words of ["secret", "Another name", "last quarter"])
    expect(JSON.stringify(items)).not.toContain(words);
});
