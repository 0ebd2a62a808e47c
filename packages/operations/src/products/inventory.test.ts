import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setPackageProject } from "../mapping/set-package-project.ts";
import { type Actor, perform } from "../operation/index.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { readInventory } from "./inventory.ts";
import { createProduct } from "./create.ts";
import { listProductProjects } from "./list-projects.ts";
import { listProducts } from "./list.ts";
import { readSnapshotChange } from "./read-change.ts";
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
  await upload(
    "package-lock.json",
    npmLock(
      { app: "1", other: "1" },
      {
        app: ["1.0.0", ["middle"]],
        middle: ["2.0.0", ["@x/deep"]],
        "@x/deep": ["3.1.0", []],
        other: ["1.0.0", []],
      },
    ),
    "2026-11-01T10:00:00Z",
  );
});

const upload = (fileName: string, text: string, takenAt: string) =>
  uploadInventory(runtime, owner, { product: "shop", fileName, text, takenAt });
const inventory = (asked: object = {}) => perform(readInventory, runtime, owner, { slug: "shop", ...asked });
const names = async (asked: object) => (await inventory(asked)).items.map(({ name }) => name);

describe("the inventory of a product", () => {
  it("says of each package version its scope, its project and the way by which it comes", async () => {
    const { items, total, all } = await inventory({ sort: "name" });
    expect([total, all]).toEqual([4, 4]);
    expect(items[0]).toMatchObject({
      package: "pkg:npm/%40x/deep",
      name: "@x/deep",
      ecosystem: "npm",
      version: "3.1.0",
      scope: "runtime",
      direct: false,
      source: "package-lock.json",
      since: "2026-11-01T10:00:00.000Z",
      path: ["shop", "pkg:npm/app@1.0.0", "pkg:npm/middle@2.0.0", "pkg:npm/%40x/deep@3.1.0"],
    });
    expect(items[1]).toMatchObject({ name: "app", direct: true, path: ["shop", "pkg:npm/app@1.0.0"] });
    expect(items.reduce((sum, row) => sum + (row.usageShare ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it.each([
    [{ q: "DEEP" }, ["@x/deep"]],
    [{ q: "100%" }, []],
    [{ q: "2.0.0" }, ["middle"]],
    [{ direct: "direct", sort: "name" }, ["app", "other"]],
    [{ direct: "unknown" }, []],
    [{ scope: "dev" }, []],
    [{ source: "package-lock.json", sort: "name", limit: 2 }, ["@x/deep", "app"]],
    [{ source: "elsewhere" }, []],
  ])("filtered by %j has %j, and says how much there is of all", async (asked, expected) => {
    expect(await names(asked)).toEqual(expected);
    expect(await inventory(asked)).toMatchObject({
      all: 4,
      directness: [
        { value: "direct", rows: 2 },
        { value: "indirect", rows: 2 },
      ],
      scopes: [{ value: "runtime", rows: 4 }],
    });
  });

  it("is read page by page as it was at the first one, whatever is uploaded meanwhile", async () => {
    const first = await inventory({ sort: "name", limit: 3 });
    runtime.setClock("2026-11-20T13:00:00.000Z");
    await upload("other-lock.json", npmLock({}, {}), "2026-11-20T12:30:00Z");
    const rest = await inventory({ sort: "name", limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual([
      "@x/deep",
      "app",
      "middle",
      "other",
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it("is not mixed of two states where a package has moved to another project between two pages", async () => {
    const first = await inventory({ limit: 3 });
    await perform(setPackageProject, runtime, owner, {
      package: "pkg:npm/app",
      project: "github.com/app/app",
    });
    await expect(inventory({ limit: 3, cursor: first.nextCursor })).rejects.toMatchObject({
      code: "cursor-expired",
    });
    await expect(inventory({ cursor: "made-up" })).rejects.toMatchObject({ code: "bad-field" });
    expect((await inventory({ q: "app/app" })).items).toMatchObject([{ name: "app", provisional: false }]);
  });

  it("leaves out a source that is retired", async () => {
    await upload("second.json", npmLock({ left: "1" }, { left: ["1.0.0", []] }), "2026-11-02T10:00:00Z");
    expect((await inventory()).sources).toEqual([
      { value: "package-lock.json", rows: 4 },
      { value: "second.json", rows: 1 },
    ]);
    await perform(retireProduct, runtime, owner, { slug: "shop", day: "2026-11-10", source: "second.json" });
    expect((await inventory()).sources).toEqual([{ value: "package-lock.json", rows: 4 }]);
  });

  it("of another organization is not shown", async () => {
    const stranger = testActor(await testOrganization(database), ["owner"]);
    for (const asked of [
      () => perform(readInventory, runtime, stranger, { slug: "shop" }),
      () => perform(listProductProjects, runtime, stranger, { slug: "shop" }),
      () => perform(readSnapshotChange, runtime, stranger, { slug: "shop", snapshot: "latest" }),
    ])
      await expect(asked()).rejects.toMatchObject({ code: "unknown-product" });
  });
});

describe("the projects of a product", () => {
  it("sum to all that it stands on, the heaviest first, and are as many as its standing says", async () => {
    const { items, total, assumed } = await perform(listProductProjects, runtime, owner, { slug: "shop" });
    expect(items.reduce((sum, row) => sum + row.usageShare, 0)).toBeCloseTo(1, 12);
    const shares = items.map(({ usageShare }) => usageShare);
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    expect([total, assumed]).toEqual([4, false]);
  });
});

describe("what products stand on today", () => {
  it("is said in their list: weight, components, freshness and the last change", async () => {
    await perform(createProduct, runtime, owner, { slug: "empty", tier: 1 });
    await uploadInventory(runtime, owner, {
      product: "blog",
      fileName: "package-lock.json",
      text: npmLock({ left: "1" }, { left: ["1.0.0", []] }),
      takenAt: "2026-05-01T10:00:00Z",
    });
    await upload("package-lock.json", npmLock({ app: "1" }, { app: ["1.1.0", []] }), "2026-11-03T10:00:00Z");
    const { items } = await perform(listProducts, runtime, owner, {});
    expect(items.map(({ slug, standing }) => [slug, standing])).toMatchObject([
      ["blog", { components: 1, direct: 1, projects: 1, usageWeight: 0.5, stale: true }],
      ["empty", { components: 0, projects: 0, usageWeight: 0, lastSeenAt: null, lastChange: null }],
      [
        "shop",
        {
          components: 1,
          direct: 1,
          projects: 1,
          usageWeight: 0.5,
          stale: false,
          lastSeenAt: "2026-11-03T10:00:00.000Z",
          lastChange: { added: 0, removed: 3, updated: 1, source: "package-lock.json" },
        },
      ],
    ]);
    expect(items[2]?.sources).toMatchObject([{ inventory: { shape: "graph", components: 1, problems: 0 } }]);
  });
});

describe("a snapshot's change", () => {
  const change = (asked: object = {}) =>
    perform(readSnapshotChange, runtime, owner, { slug: "shop", snapshot: "latest", ...asked });

  it("names what came, what went and what moved, as many as the list of changes says", async () => {
    await upload(
      "package-lock.json",
      npmLock({ app: "1", new: "1" }, { app: ["1.1.0", []], new: ["0.1.0", []], middle: ["2.0.0", []] }),
      "2026-11-03T10:00:00Z",
    );
    const { items, ...rest } = await change();
    expect(rest).toMatchObject({
      source: "package-lock.json",
      added: 1,
      removed: 2,
      updated: 1,
      previous: { takenAt: "2026-11-01T10:00:00.000Z" },
    });
    expect(items.map((row) => [row.change, row.name, row.before, row.after])).toEqual([
      ["added", "new", [], ["0.1.0"]],
      ["removed", "other", ["1.0.0"], []],
      ["removed", "@x/deep", ["3.1.0"], []],
      ["updated", "app", ["1.0.0"], ["1.1.0"]],
    ]);
    const first = await change({ limit: 2 });
    const second = await change({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(items);
  });

  it("of the first snapshot is everything that is in it", async () => {
    expect(await change()).toMatchObject({ previous: null, added: 4, removed: 0, updated: 0 });
  });

  it("is asked of snapshots of this product only", async () => {
    await uploadInventory(runtime, owner, { product: "blog", fileName: "a.json", text: npmLock({}, {}) });
    const { snapshot } = await perform(readSnapshotChange, runtime, owner, {
      slug: "blog",
      snapshot: "latest",
    });
    for (const foreign of [snapshot, "snp_unheard", "newest"])
      await expect(change({ snapshot: foreign })).rejects.toMatchObject({ status: 404 });
  });
});
