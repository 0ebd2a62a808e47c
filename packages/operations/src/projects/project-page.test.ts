import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { recordDonation } from "../donations/record.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { createProduct } from "../products/create.ts";
import { setRate } from "../rates/set.ts";
import { readGivingMonths, readUsageMonths } from "../ratios/months.ts";
import { readRatios } from "../ratios/read.ts";
import { setTarget } from "../targets/set.ts";
import { createTeam } from "../teams/create.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { readProjectHistory } from "./history.ts";
import { readProjectMonths } from "./months.ts";
import { readPresence } from "./presence.ts";
import { readProject } from "./read.ts";
import { setProject } from "./set.ts";
import { readProjectTable } from "./table.ts";
import { readProjectUse } from "./where.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;
let viewer: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = testActor(await testOrganization(database), ["all"]);
  viewer = testActor(owner.organizationId, ["viewer"]);
  for (const slug of ["red", "sea"])
    await perform(createTeam, runtime, owner, { slug, name: `Team ${slug}` });
  for (const name of ["ann", "bob", "cid"])
    await perform(createPerson, runtime, owner, { name, email: `${name}@example.com`, team: "red" });
  await perform(createPerson, runtime, owner, { name: "dot", email: "dot@example.com", team: "sea" });
  await perform(setRate, runtime, owner, {
    from: "2020-01-01",
    hourly: { amount: "100.00", currency: "USD" },
  });
  for (const year of [2025, 2026])
    await perform(setTarget, runtime, owner, { year, amount: "80000.00", currency: "USD" });
  await perform(createProduct, runtime, owner, { slug: "shop", name: "Shop", tier: 1, team: "red" });
  await perform(createProduct, runtime, owner, { slug: "blog", name: "Blog", tier: 2, team: "sea" });
  await perform(createProduct, runtime, owner, { slug: "new", name: "New", tier: 4 });
  await upload("shop", { app: "1" }, { app: ["1.0.0", ["deep"]], deep: ["2.0.0", []] }, "2026-03-01");
  await upload("shop", { app: "1" }, { app: ["1.1.0", ["deep"]], deep: ["2.1.0", []] }, "2026-10-01");
  await upload("blog", { other: "1" }, { other: ["1.0.0", []] }, "2026-11-01");
});

const upload = (
  product: string,
  direct: Readonly<Record<string, string>>,
  needs: Parameters<typeof npmLock>[1],
  day: string,
) =>
  uploadInventory(runtime, owner, {
    product,
    fileName: "package-lock.json",
    text: npmLock(direct, needs),
    takenAt: `${day}T10:00:00Z`,
  });

const log = (person: string, day: string, minutes = 60, project = "pkg:npm/deep") =>
  perform(logContribution, runtime, owner, {
    project,
    person: `${person}@example.com`,
    day,
    minutes,
    kind: "review",
  });

const donate = (day: string, amount: string) =>
  perform(recordDonation, runtime, owner, {
    payee: "Somebody",
    amount,
    currency: "USD",
    day,
    kind: "donation",
    project: "pkg:npm/deep",
  });

const deep = { project: "pkg:npm/deep" };

describe("which products contain a project", () => {
  test("is a mark a product in the order of the tiers, and unknown where no inventory is", async () => {
    const presence = await perform(readPresence, runtime, viewer, {});
    expect(presence.products.map((product) => product.product)).toEqual(["shop", "blog", "new"]);
    const { id } = await perform(readProject, runtime, viewer, deep);
    expect(presence.items.find((item) => item.id === id)).toEqual({
      id,
      marks: "10?",
      ecosystems: ["npm"],
    });
    expect(presence.absent).toBe("00?");
  });

  test("cannot be said any more of a product that nobody looked at for a quarter", async () => {
    runtime.setClock("2027-02-15T12:00:00Z");
    expect((await perform(readPresence, runtime, viewer, {})).absent).toBe("???");
  });

  test("is said of the products of one team where a team is chosen", async () => {
    const presence = await perform(readPresence, runtime, viewer, { team: "sea" });
    expect(presence.products.map((product) => product.product)).toEqual(["blog"]);
    await expect(perform(readPresence, runtime, viewer, { team: "nobody" })).rejects.toMatchObject({
      fields: [{ field: "team" }],
    });
  });
});

describe("where a project is used", () => {
  test("is said with versions in force and earlier, since when, and what brought it in", async () => {
    const use = await perform(readProjectUse, runtime, viewer, deep);
    expect(use.versions).toEqual(["2.0.0", "2.1.0"]);
    expect(use.products).toMatchObject([
      {
        product: "shop",
        team: "red",
        teamName: "Team red",
        presence: "contained",
        since: "2026-03-01T10:00:00.000Z",
        direct: false,
        versions: [
          { version: "2.0.0", inForce: false, until: "2026-10-01T10:00:00.000Z" },
          { version: "2.1.0", inForce: true, since: "2026-10-01T10:00:00.000Z", until: null },
        ],
        broughtBy: ["pkg:npm/app@1.1.0"],
        path: ["shop", "pkg:npm/app@1.1.0", "pkg:npm/deep@2.1.0"],
      },
      { product: "blog", presence: "absent", versions: [], since: null },
      { product: "new", presence: "unknown", presenceUnknown: "no-inventory", lastSeenAt: null },
    ]);
  });

  test("names a declared project as brought in by nothing else", async () => {
    const use = await perform(readProjectUse, runtime, viewer, { project: "pkg:npm/app" });
    expect(use.products[0]).toMatchObject({
      direct: true,
      broughtBy: [],
      path: ["shop", "pkg:npm/app@1.1.0"],
    });
  });
});

describe("usage against give-back by month", () => {
  test("is of the period and of as many months before, and sums to the figures of the table", async () => {
    await log("ann", "2026-07-05", 90);
    await donate("2026-09-10", "40.00");
    await log("ann", "2025-08-05", 60);
    const months = await perform(readProjectMonths, runtime, viewer, { ...deep, period: "2026-Q3" });
    expect(months.months.map(({ month, inPeriod, giveBack }) => [month, inPeriod, giveBack])).toEqual([
      ["2026-04", false, "0.00"],
      ["2026-05", false, "0.00"],
      ["2026-06", false, "0.00"],
      ["2026-07", true, "150.00"],
      ["2026-08", true, "0.00"],
      ["2026-09", true, "40.00"],
    ]);
    const { figures } = await perform(readProject, runtime, viewer, { ...deep, period: "2026-Q3" });
    expect(figures).toMatchObject({ giveBack: "190.00", minutes: 90 });
    const shares = months.months.filter((month) => month.inPeriod).map((month) => month.usageShare ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0) / 3).toBeCloseTo(figures?.usageShare ?? 0, 12);
  });

  test("says for all projects at once what it says for each", async () => {
    await log("ann", "2026-07-05", 90);
    await donate("2026-09-10", "40.00");
    const asked = { period: "2026-Q3" };
    const { id } = await perform(readProject, runtime, viewer, deep);
    const giving = await perform(readGivingMonths, runtime, viewer, asked);
    expect(giving).toMatchObject({
      months: ["2026-07", "2026-08", "2026-09"],
      items: [{ id, giveBack: ["150.00", "0.00", "40.00"] }],
    });
    const usage = await perform(readUsageMonths, runtime, viewer, asked);
    const own = await perform(readProjectMonths, runtime, viewer, { ...deep, ...asked });
    expect(usage.items.find((item) => item.id === id)?.usageShare).toEqual(
      own.months.filter((month) => month.inPeriod).map((month) => Number(month.usageShare?.toFixed(6))),
    );
  });

  test("of a team hides what fewer than three people gave, here as in the table", async () => {
    for (const person of ["ann", "bob", "cid"]) await log(person, "2026-07-05", 60, "pkg:npm/app");
    await log("ann", "2026-07-05", 90);
    const asked = { period: "2026-07", team: "red" };
    const months = await perform(readProjectMonths, runtime, viewer, { ...deep, ...asked });
    expect(months.months).toMatchObject([{ minutes: null, giveBackUnknown: "fewer-than-three-people" }]);
    const table = await perform(readRatios, runtime, viewer, asked);
    expect(table.items.find((row) => row.name === "deep")).toMatchObject({ minutes: null });
    const giving = await perform(readGivingMonths, runtime, viewer, asked);
    expect(giving.items.map((item) => item.giveBack)).toEqual([null, null]);
    await expect(
      perform(readGivingMonths, runtime, viewer, { period: "ttm", team: "red" }),
    ).rejects.toMatchObject({ fields: [{ field: "period" }] });
  });
});

describe("what a project was given", () => {
  test("names a team in a month only where three of its people gave, and keeps the sum", async () => {
    for (const person of ["ann", "bob", "cid"]) await log(person, "2026-07-05");
    await log("ann", "2026-08-01", 30);
    await donate("2026-07-20", "10.00");
    const history = await perform(readProjectHistory, runtime, viewer, { ...deep, period: "2026-07" });
    expect(history.time).toMatchObject([{ month: "2026-07", team: "red", minutes: 180, value: "300.00" }]);
    expect(history).toMatchObject({
      money: [{ day: "2026-07-20", kind: "donation", value: "10.00" }],
      total: { minutes: 180, value: "310.00" },
      after: { minutes: 30, value: "50.00", firstMonth: "2026-08" },
      before: { minutes: 0, value: "0.00", lastMonth: null },
      teams: [{ team: "red", name: "Team red" }],
      otherTeams: false,
    });
    expect(JSON.stringify(history)).not.toContain("prs_");
    expect(Object.keys(history.time[0] ?? {}).sort()).toEqual([
      "estimatedValue",
      "minutes",
      "month",
      "team",
      "teamName",
      "unknownRows",
      "value",
    ]);
    const quarter = await perform(readProjectHistory, runtime, viewer, { ...deep, period: "2026-Q3" });
    expect(quarter.time.map(({ month, team, minutes }) => [month, team, minutes])).toEqual([
      ["2026-08", null, 30],
      ["2026-07", null, 180],
    ]);
  });

  test("does not tell one person's time by subtraction from that of the others", async () => {
    for (const person of ["ann", "bob", "cid"]) await log(person, "2026-07-05");
    await log("dot", "2026-07-06", 45);
    const history = await perform(readProjectHistory, runtime, viewer, { ...deep, period: "2026-07" });
    expect(history.time).toMatchObject([{ month: "2026-07", team: null, minutes: 225 }]);
    expect(history).toMatchObject({ teams: [{ team: "red" }], otherTeams: true });
    const seen = await perform(readProjectHistory, runtime, owner, { ...deep, period: "2026-07" });
    expect(seen.time.map((line) => line.team)).toEqual(["red", "sea"]);
  });
});

describe("the table as somebody sees it", () => {
  test("is whole, in the asked order, with the products that contain each project", async () => {
    await donate("2026-09-10", "40.00");
    const table = await perform(readProjectTable, runtime, viewer, { sort: "name", tail: "shown" });
    expect(
      table.items.map(({ name, products, owners, tier, giveBack }) => [
        name,
        products,
        owners,
        tier,
        giveBack,
      ]),
    ).toEqual([
      ["app", ["Shop"], ["red"], 1, "0.00"],
      ["deep", ["Shop"], ["red"], 1, "40.00"],
      ["other", ["Blog"], ["sea"], 2, "0.00"],
    ]);
  });

  test.each([
    [{ tier: 1 }, ["app", "deep"]],
    [{ owner: "sea" }, ["other"]],
    [{ giving: "something" }, ["deep"]],
    [{ q: "dee" }, ["deep"]],
    [{ provisional: "without" }, []],
    [{ ecosystem: "npm", q: "o" }, ["other"]],
  ])("narrowed by %o has %j", async (asked, names) => {
    await donate("2026-09-10", "40.00");
    const table = await perform(readProjectTable, runtime, viewer, { sort: "name", ...asked });
    expect(table.items.map((row) => row.name)).toEqual(names);
  });
});

describe("one project", () => {
  test("has its rank among those that are used, its packages and what maps them", async () => {
    const read = await perform(readProject, runtime, viewer, deep);
    const table = await perform(readRatios, runtime, viewer, {});
    expect(read.figures).toEqual(table.items.find((row) => row.id === read.id));
    expect(read).toMatchObject({
      ranks: { projects: 3 },
      packages: [{ package: "pkg:npm/deep", basis: "provisional" }],
      packagesTotal: 1,
      ecosystems: ["npm"],
    });
    const byGap = table.items.filter((row) => Number(row.gap) > 0).map((row) => row.id);
    const rank = read.ranks.gap ?? 0;
    expect(table.items[byGap.indexOf(read.id)]?.gap).toBe(table.items[rank - 1]?.gap);
  });

  test("that the company controls has no figures", async () => {
    await perform(setProject, runtime, owner, { ...deep, controlled: true });
    expect(await perform(readProject, runtime, viewer, deep)).toMatchObject({
      controlled: true,
      figures: null,
    });
    await expect(perform(readProjectMonths, runtime, viewer, deep)).rejects.toMatchObject({
      fields: [{ field: "project" }],
    });
  });
});
