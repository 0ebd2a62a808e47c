import { productEras } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { dayOf } from "@headwater/domain/period";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { createTeam } from "../teams/create.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { changeProduct } from "./change.ts";
import { createProduct } from "./create.ts";
import { listSnapshotChanges } from "./list-changes.ts";
import { listProducts } from "./list.ts";
import { readProduct } from "./read.ts";
import { retireProduct } from "./retire.ts";

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

const first = npmLock({ left: "1" }, { left: ["1.0.0", []] });
const second = npmLock({ left: "2", right: "1" }, { left: ["2.0.0", []], right: ["1.0.0", []] });
const lock = (text: string, takenAt: string) =>
  uploadInventory(runtime, owner, { product: "shop", fileName: "package-lock.json", text, takenAt });
const eras = async () =>
  (
    await database.transaction({ organizationId: owner.organizationId }, (db) =>
      db.select().from(productEras),
    )
  ).sort((a, b) => a.startDay - b.startDay);

describe("products", () => {
  it("are created reviewed, with a tier of 3 and their slug for a name where none is given", async () => {
    expect(await perform(createProduct, runtime, owner, { slug: "shop" })).toMatchObject({
      slug: "shop",
      name: "shop",
      tier: 3,
      weight: null,
      team: null,
      reviewed: true,
      sources: [],
    });
    await expect(perform(createProduct, runtime, owner, { slug: "shop" })).rejects.toMatchObject({
      code: "already-exists",
      fields: [{ field: "slug" }],
    });
  });

  it("that an upload created are unreviewed until somebody changes them", async () => {
    await lock(first, "2026-11-01T00:00:00Z");
    expect(await perform(readProduct, runtime, owner, { slug: "shop" })).toMatchObject({
      reviewed: false,
      sources: [{ path: "package-lock.json", stale: false }],
    });
    await perform(createTeam, runtime, owner, { slug: "payments", name: "Payments" });
    expect(
      await perform(changeProduct, runtime, owner, { slug: "shop", tier: 1, weight: 2.5, team: "payments" }),
    ).toMatchObject({ reviewed: true, tier: 1, weight: 2.5, team: "payments" });
    expect(
      await perform(changeProduct, runtime, owner, { slug: "shop", weight: null, team: null }),
    ).toMatchObject({ tier: 1, weight: null, team: null });
  });

  it("have stale sources once these were not seen for more than 90 days", async () => {
    await lock(first, "2026-11-20T00:00:00Z");
    runtime.setClock("2027-02-17T12:00:00.000Z");
    expect((await perform(readProduct, runtime, owner, { slug: "shop" })).sources).toMatchObject([
      { stale: false },
    ]);
    runtime.setClock("2027-02-18T12:00:00.000Z");
    expect((await perform(readProduct, runtime, owner, { slug: "shop" })).sources).toMatchObject([
      { stale: true },
    ]);
  });

  it("stand on nothing before the day since which they are in use, nor from the day on which they are retired", async () => {
    await lock(first, "2026-06-10T12:00:00Z");
    await perform(changeProduct, runtime, owner, { slug: "shop", inUseSince: "2026-06-01" });
    await perform(retireProduct, runtime, owner, { slug: "shop", day: "2026-07-01" });
    expect((await eras()).map((era) => [dayOf(era.startDay), dayOf(era.endDay)])).toEqual([
      ["2026-06-01", "2026-06-10"],
      ["2026-06-10", "2026-07-01"],
    ]);
    await expect(
      perform(retireProduct, runtime, owner, { slug: "shop", day: "2026-06-01" }),
    ).rejects.toMatchObject({ fields: [{ field: "day" }] });
    await expect(
      perform(changeProduct, runtime, owner, { slug: "shop", inUseSince: "2026-07-01" }),
    ).rejects.toMatchObject({ fields: [{ field: "inUseSince" }] });
  });

  it("retire one source and keep the others", async () => {
    await lock(first, "2026-06-10T12:00:00Z");
    expect(
      await perform(retireProduct, runtime, owner, {
        slug: "shop",
        day: "2026-07-01",
        source: "package-lock.json",
      }),
    ).toMatchObject({ retiredOn: null, sources: [{ retiredOn: "2026-07-01" }] });
    await expect(
      perform(retireProduct, runtime, owner, { slug: "shop", day: "2026-07-01", source: "other" }),
    ).rejects.toMatchObject({ fields: [{ field: "source" }] });
  });

  it("say what changed from one snapshot to the next, the last one first", async () => {
    await lock(first, "2026-06-01T00:00:00Z");
    await lock(second, "2026-06-02T00:00:00Z");
    await lock(first, "2026-06-03T00:00:00Z");
    const page = await perform(listSnapshotChanges, runtime, owner, { slug: "shop", limit: 2 });
    expect(page.items).toMatchObject([
      { takenAt: "2026-06-03T00:00:00.000Z", added: 0, removed: 1, updated: 1 },
      { takenAt: "2026-06-02T00:00:00.000Z", added: 1, removed: 0, updated: 1 },
    ]);
    const rest = await perform(listSnapshotChanges, runtime, owner, {
      slug: "shop",
      limit: 2,
      cursor: page.nextCursor,
    });
    expect(rest).toMatchObject({
      items: [{ takenAt: "2026-06-01T00:00:00.000Z", added: 1 }],
      nextCursor: null,
    });
  });

  it("are listed in the order of their slugs, page by page, without those made meanwhile", async () => {
    for (const slug of ["c", "a", "b"]) await perform(createProduct, runtime, owner, { slug });
    const page = await perform(listProducts, runtime, owner, { limit: 2 });
    await perform(createProduct, runtime, owner, { slug: "bb" });
    const rest = await perform(listProducts, runtime, owner, { limit: 2, cursor: page.nextCursor });
    expect([...page.items, ...rest.items].map((product) => product.slug)).toEqual(["a", "b", "c"]);
  });

  it("that nobody knows, or that another organization has, are refused", async () => {
    await perform(createProduct, runtime, owner, { slug: "shop" });
    const stranger = testActor(await testOrganization(database), ["owner"]);
    const asked = [
      () => perform(readProduct, runtime, stranger, { slug: "shop" }),
      () => perform(changeProduct, runtime, stranger, { slug: "shop" }),
      () => perform(listSnapshotChanges, runtime, stranger, { slug: "shop" }),
    ];
    for (const ask of asked)
      await expect(ask()).rejects.toMatchObject({ code: "unknown-product", status: 404 });
    expect((await perform(listProducts, runtime, stranger, {})).items).toEqual([]);
  });

  it("take no team that nobody made, and no weight that would be rounded", async () => {
    await expect(
      perform(createProduct, runtime, owner, { slug: "shop", team: "nowhere" }),
    ).rejects.toMatchObject({ code: "unknown-team" });
    await expect(
      perform(createProduct, runtime, owner, { slug: "shop", weight: 0.00001 }),
    ).rejects.toMatchObject({ fields: [{ field: "weight" }] });
  });
});
