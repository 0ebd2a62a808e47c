import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { readOrganization } from "../organization/read.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { addFirstParty, removeFirstParty } from "./first-party.ts";
import { listLoosePackages } from "./list-loose.ts";
import { listPackageProjects } from "./list-package-projects.ts";
import { listMappingProposals } from "./list-proposals.ts";
import { readMappingState } from "./read-state.ts";
import { releasePackage } from "./release-package.ts";
import { retireMappingRules } from "./retire-rules.ts";
import { setPackageProject } from "./set-package-project.ts";
import { setMappingRule } from "./set-rule.ts";
import { setMappingRules } from "./set-rules.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let lead: Actor;

const lock = npmLock(
  { "@babel/core": "7", "@scope/a": "1", "left-pad": "1" },
  {
    "@babel/core": ["7.0.0", ["@babel/types"]],
    "@babel/types": ["7.0.0", []],
    "@scope/a": ["1.0.0", []],
    "left-pad": ["1.3.0", []],
  },
);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  lead = testActor(await testOrganization(database), ["lead"]);
  await uploadInventory(runtime, lead, { product: "shop", fileName: "package-lock.json", text: lock });
});

const mapping = async () =>
  Object.fromEntries(
    (await perform(listPackageProjects, runtime, lead, {})).items.map((item) => [
      item.name,
      `${item.basis} ${item.project}`,
    ]),
  );

const two = [
  { pattern: "@babel/*", project: "github.com/babel/babel" },
  { pattern: "@scope/*", project: "npm/@scope" },
];

describe("the packages that nobody has spoken of", () => {
  it("come by what rests on them, with where they are and what their ecosystem suggests", async () => {
    const { items, total } = await perform(listLoosePackages, runtime, lead, {});
    expect(total).toBe(4);
    const shares = items.map(({ usageShare }) => usageShare ?? 0);
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(items.find(({ name }) => name === "@babel/types")).toMatchObject({
      products: [{ slug: "shop", direct: false }],
      versions: ["7.0.0"],
      proposal: { pattern: "@babel/*" },
    });
    expect(items.find(({ name }) => name === "left-pad")).toMatchObject({
      products: [{ slug: "shop", direct: true }],
      proposal: null,
    });
  });

  it("are weighed together in proposals, so that the one on which most rests comes first", async () => {
    const { items } = await perform(listMappingProposals, runtime, lead, {});
    const loose = await perform(listLoosePackages, runtime, lead, {});
    const shareOf = (names: readonly string[]) =>
      loose.items
        .filter(({ name }) => names.includes(name))
        .reduce((sum, { usageShare }) => sum + (usageShare ?? 0), 0);
    expect(items.map(({ pattern }) => pattern)).toEqual(["@babel/*", "@scope/*"]);
    expect(items[0]?.usageShare).toBeCloseTo(shareOf(["@babel/core", "@babel/types"]), 12);
  });
});

describe("many rules at once", () => {
  it("move what each would move alone and raise what is confirmed", async () => {
    expect(await perform(readMappingState, runtime, lead, {})).toMatchObject({
      confirmedUsage: 0,
      packages: { provisional: 4, rule: 0 },
    });
    const set = await perform(setMappingRules, runtime, lead, { rules: two });
    expect(set).toMatchObject({ moved: 3, replaced: [], recomputing: 0 });
    expect(set.rules.map(({ packages }) => packages)).toEqual([2, 1]);
    expect(await mapping()).toMatchObject({
      "@babel/core": "rule github.com/babel/babel",
      "@babel/types": "rule github.com/babel/babel",
      "@scope/a": "rule npm/@scope",
      "left-pad": "provisional pkg:npm/left-pad",
    });
    const state = await perform(readMappingState, runtime, lead, {});
    expect(state).toMatchObject({ rules: 2, packages: { provisional: 1, rule: 3 } });
    expect(state.confirmedUsage).toBeGreaterThan(0.5);
  });

  it("are taken back together, and those whose place they took can be set again", async () => {
    const before = await mapping();
    await perform(setMappingRule, runtime, lead, { pattern: "@babel/*", project: "github.com/old/home" });
    const set = await perform(setMappingRules, runtime, lead, { rules: two });
    expect(set.replaced).toEqual([{ pattern: "@babel/*", project: "github.com/old/home" }]);
    await perform(setMappingRules, runtime, lead, { rules: set.replaced });
    expect(await mapping()).toMatchObject({ "@babel/core": "rule github.com/old/home" });
    const again = await perform(setMappingRules, runtime, lead, { rules: two });
    const gone = await perform(retireMappingRules, runtime, lead, { ids: again.rules.map(({ id }) => id) });
    expect(gone.moved).toBe(3);
    expect(await mapping()).toEqual(before);
  });

  it("are all refused where one of them cannot be meant, with its place", async () => {
    const before = await mapping();
    const wrong = [...two, { pattern: "*", project: "github.com/x/y" }];
    await expect(perform(setMappingRules, runtime, lead, { rules: wrong })).rejects.toMatchObject({
      fields: [{ field: "rules.2.pattern" }],
    });
    const twice = [...two, { pattern: "pkg:npm/%40babel/*", project: "github.com/x/y" }];
    await expect(perform(setMappingRules, runtime, lead, { rules: twice })).rejects.toMatchObject({
      fields: [{ field: "rules.2.pattern" }],
    });
    expect(await mapping()).toEqual(before);
  });
});

describe("a person's word that is taken back", () => {
  it("leaves the package where rules and files put it, and its own project unconfirmed", async () => {
    const before = await mapping();
    const word = { package: "pkg:npm/left-pad" };
    await perform(setPackageProject, runtime, lead, { ...word, project: "pkg:npm/left-pad" });
    expect((await perform(readMappingState, runtime, lead, {})).confirmedUsage).toBeGreaterThan(0);
    expect(await perform(releasePackage, runtime, lead, word)).toMatchObject({ basis: "provisional" });
    expect(await mapping()).toEqual(before);
    expect((await perform(readMappingState, runtime, lead, {})).confirmedUsage).toBeCloseTo(0, 12);
  });

  it("cannot be taken back where nobody gave it", async () => {
    await expect(
      perform(releasePackage, runtime, lead, { package: "pkg:npm/left-pad" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("what a lead says is ours", () => {
  it("leaves the queue and comes back, and the settings say so", async () => {
    const pattern = "@scope/*";
    expect(await perform(addFirstParty, runtime, lead, { pattern, preview: true })).toMatchObject({
      changed: true,
      packages: ["pkg:npm/%40scope/a"],
    });
    const names = async () =>
      (await perform(listLoosePackages, runtime, lead, {})).items.map(({ name }) => name);
    expect(await names()).toContain("@scope/a");
    await perform(addFirstParty, runtime, lead, { pattern });
    expect(await names()).not.toContain("@scope/a");
    expect((await perform(readOrganization, runtime, lead, {})).firstPartyPatterns).toEqual([pattern]);
    expect(await perform(addFirstParty, runtime, lead, { pattern })).toMatchObject({ changed: false });
    expect(await perform(removeFirstParty, runtime, lead, { pattern })).toMatchObject({ changed: true });
    expect(await names()).toContain("@scope/a");
  });

  it("leaves nothing unconfirmed once all others have found their projects", async () => {
    await perform(setMappingRules, runtime, lead, { rules: two.slice(0, 1) });
    const own = { package: "pkg:npm/left-pad", project: "pkg:npm/left-pad" };
    await perform(setPackageProject, runtime, lead, own);
    await perform(addFirstParty, runtime, lead, { pattern: "pkg:npm/%40scope/a" });
    expect((await perform(readMappingState, runtime, lead, {})).confirmedUsage).toBeCloseTo(1, 12);
  });
});
