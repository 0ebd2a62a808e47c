import type { NeedKind } from "@headwater/contract/needs";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { roles } from "@headwater/domain/organization";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logContribution } from "../contributions/log.ts";
import { reverseContribution } from "../contributions/reverse.ts";
import { recordDonation } from "../donations/record.ts";
import { setHeadcount } from "../headcounts/set.ts";
import { setPackageProject } from "../mapping/set-package-project.ts";
import { type Actor, perform } from "../operation/index.ts";
import { addIdentity } from "../people/add-identity.ts";
import { createPerson } from "../people/create.ts";
import { changeProduct } from "../products/change.ts";
import { retireProduct } from "../products/retire.ts";
import { setTarget } from "../targets/set.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listNeeds } from "./list.ts";

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

const needs = async (actor: Actor = owner) => (await perform(listNeeds, runtime, actor, {})).items;
const kinds = async (actor: Actor = owner) => (await needs(actor)).map(({ kind }) => kind);
const need = async (kind: NeedKind) => (await needs()).find((one) => one.kind === kind) ?? null;
const upload = (product: string, takenAt = "2026-11-01T09:00:00Z") =>
  uploadDrawn(runtime, owner, { product, inventory: { direct: ["a"] }, takenAt });
const log = (actor: Actor = owner) =>
  perform(logContribution, runtime, actor, {
    project: "pkg:npm/a",
    person: "ann@example.com",
    day: "2026-11-05",
    minutes: 60,
    kind: "review",
  });

describe("what needs somebody", () => {
  it("is at the very beginning a file, a target, a headcount and a first contribution", async () => {
    expect(await kinds()).toEqual([
      "first-file",
      "missing-target",
      "missing-headcount",
      "first-contribution",
    ]);
    expect(await need("missing-target")).toMatchObject({ year: 2026, count: 1 });
  });

  it("is nothing that whoever asks could not mend", async () => {
    const asked = roles.map(async (role) => [role, await kinds(testActor(owner.organizationId, [role]))]);
    expect(Object.fromEntries(await Promise.all(asked))).toEqual({
      viewer: [],
      auditor: [],
      contributor: ["first-contribution"],
      lead: ["first-file", "first-contribution"],
      security: ["first-file", "first-contribution"],
      finance: ["missing-target", "missing-headcount", "first-contribution"],
      ospo: ["first-file", "missing-target", "missing-headcount", "first-contribution"],
      owner: ["first-file", "missing-target", "missing-headcount", "first-contribution"],
    });
  });

  it("goes when it is done", async () => {
    await upload("shop");
    await perform(setTarget, runtime, owner, { year: 2026, amount: "1000", currency: "USD" });
    await perform(setHeadcount, runtime, owner, { month: "2026-01", developers: 4 });
    expect(await kinds()).toEqual(["unresolved-packages", "unreviewed-products", "first-contribution"]);
    expect(await need("unresolved-packages")).toMatchObject({ count: 1, usageShare: 1 });
    expect(await need("unreviewed-products")).toMatchObject({ product: { slug: "shop", name: "shop" } });
    await perform(changeProduct, runtime, owner, { slug: "shop", tier: 2 });
    await perform(setPackageProject, runtime, owner, { package: "pkg:npm/a", project: "github.com/a/a" });
    await perform(recordDonation, runtime, owner, {
      payee: "Somebody",
      amount: "10",
      currency: "USD",
      day: "2026-11-02",
      kind: "donation",
      project: "github.com/a/a",
    });
    expect(await kinds()).toEqual([]);
  });

  it("is a source that was not seen for more than 90 days, the oldest named, until it is retired", async () => {
    await upload("old", "2026-07-01T09:00:00Z");
    await upload("older", "2026-06-01T09:00:00Z");
    await upload("fresh");
    expect(await need("stale-sources")).toMatchObject({
      count: 2,
      day: "2026-06-01",
      product: { slug: "older" },
    });
    await perform(retireProduct, runtime, owner, { slug: "older", day: "2026-11-10" });
    expect(await need("stale-sources")).toMatchObject({ count: 1, product: { slug: "old" } });
  });

  it("is a file that was refused, until one of the same source is read", async () => {
    await upload("shop");
    await uploadDrawn(runtime, owner, {
      product: "shop",
      inventory: new TextEncoder().encode("not an inventory"),
      takenAt: "2026-11-02T09:00:00Z",
    });
    expect(await need("failed-uploads")).toMatchObject({ count: 1, product: { slug: "shop" } });
    await upload("shop", "2026-11-03T09:00:00Z");
    expect(await need("failed-uploads")).toBeNull();
  });

  it("is what rules propose", async () => {
    await uploadDrawn(runtime, owner, {
      product: "shop",
      inventory: { direct: ["@babel/core", "@babel/parser", "alone"] },
      takenAt: "2026-11-01T09:00:00Z",
    });
    const proposed = await need("open-proposals");
    const left = await need("unresolved-packages");
    expect([proposed?.count, left?.count]).toEqual([1, 1]);
  });

  it("is a row without a rate, until it is taken back", async () => {
    await upload("shop");
    await perform(createPerson, runtime, owner, { name: "Ann", email: "ann@example.com" });
    const { id } = await log();
    expect(await need("rows-without-rate")).toMatchObject({ count: 1, day: "2026-11-05" });
    await perform(reverseContribution, runtime, owner, { id, reason: "entered twice" });
    expect(await need("rows-without-rate")).toBeNull();
  });

  it("is money in a currency without a rate of its day", async () => {
    await upload("shop");
    await perform(recordDonation, runtime, owner, {
      payee: "Somebody",
      amount: "10",
      currency: "JPY",
      day: "2026-11-02",
      kind: "donation",
      project: "pkg:npm/a",
    });
    expect(await need("rows-without-exchange-rate")).toMatchObject({ count: 1, day: "2026-11-02" });
  });

  it("is people of whom no account is known", async () => {
    const ann = await perform(createPerson, runtime, owner, { name: "Ann", email: "ann@example.com" });
    expect(await need("unlinked-people")).toMatchObject({ count: 1 });
    await perform(addIdentity, runtime, owner, { id: ann.id, host: "github.com", handle: "ann" });
    expect(await need("unlinked-people")).toBeNull();
  });

  it("of another organization is not told", async () => {
    await upload("shop", "2026-06-01T09:00:00Z");
    const stranger = testActor(await testOrganization(database), ["owner"]);
    expect((await needs(stranger)).map(({ product }) => product)).toEqual([null, null, null, null]);
  });
});
