import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { createProduct } from "../products/create.ts";
import { retireProduct } from "../products/retire.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { findComponents } from "./find.ts";

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
    "shop",
    npmLock(
      { app: "1" },
      { app: ["1.0.0", ["middle"]], middle: ["2.0.0", ["@x/deep"]], "@x/deep": ["3.1.0", []] },
    ),
    "2026-11-01T10:00:00Z",
  );
  await upload("blog", npmLock({ "@x/deep": "2" }, { "@x/deep": ["2.9.0", []] }), "2026-11-02T10:00:00Z");
  await upload("site", npmLock({ other: "1" }, { other: ["1.0.0", []] }), "2026-11-03T10:00:00Z");
});

const upload = (product: string, text: string, takenAt: string) =>
  uploadInventory(runtime, owner, { product, fileName: "package-lock.json", text, takenAt });
const find = (q: string, version?: string) =>
  perform(findComponents, runtime, owner, { q, ...(version === undefined ? {} : { version }) });

describe("where a package is used", () => {
  it("is said with version, since when, and the path from the product to it", async () => {
    const found = await find("pkg:npm/%40x/deep");
    expect(found.affected).toEqual([
      {
        product: "blog",
        name: "blog",
        tier: 3,
        team: null,
        uses: [
          {
            package: "pkg:npm/%40x/deep",
            version: "2.9.0",
            scope: "runtime",
            direct: true,
            source: "package-lock.json",
            since: "2026-11-02T10:00:00.000Z",
            path: ["blog", "pkg:npm/%40x/deep@2.9.0"],
          },
        ],
      },
      {
        product: "shop",
        name: "shop",
        tier: 3,
        team: null,
        uses: [
          {
            package: "pkg:npm/%40x/deep",
            version: "3.1.0",
            scope: "runtime",
            direct: false,
            source: "package-lock.json",
            since: "2026-11-01T10:00:00.000Z",
            path: ["shop", "pkg:npm/app@1.0.0", "pkg:npm/middle@2.0.0", "pkg:npm/%40x/deep@3.1.0"],
          },
        ],
      },
    ]);
    expect(found).toMatchObject({ notAffected: [{ product: "site" }], unknown: [], truncated: false });
  });

  it.each([
    ["@x/deep", undefined, ["blog", "shop"]],
    ["deep", undefined, ["blog", "shop"]],
    ["pkg:npm/%40x/deep@3.1.0", undefined, ["shop"]],
    ["@x/deep", "<3", ["blog"]],
    ["@x/deep", "^3.0.0 || 9", ["shop"]],
    ["@x/deep", ">=4", []],
    ["eep", undefined, []],
    ["pkg:npm/unheard-of", undefined, []],
  ])("of %s in %s is %j", async (q, version, products) => {
    const found = await find(q, version);
    expect(found.affected.map((product) => product.product)).toEqual(products);
    expect(found.notAffected).toHaveLength(3 - products.length);
  });

  it("is of the snapshots in force, not of those before", async () => {
    await upload("shop", npmLock({ other: "1" }, { other: ["1.0.0", []] }), "2026-11-04T10:00:00Z");
    expect((await find("@x/deep")).affected.map((product) => product.product)).toEqual(["blog"]);
  });

  it("is unknown where no inventory is in force, and nothing for a retired product", async () => {
    await perform(createProduct, runtime, owner, { slug: "new" });
    await perform(retireProduct, runtime, owner, { slug: "blog", day: "2026-11-10" });
    await perform(retireProduct, runtime, owner, {
      slug: "site",
      day: "2026-11-10",
      source: "package-lock.json",
    });
    const found = await find("@x/deep");
    expect(found.affected.map((product) => product.product)).toEqual(["shop"]);
    expect(found.unknown.map((product) => product.product)).toEqual(["new", "site"]);
  });

  it("is unknown where only a list is known that does not name it", async () => {
    const list = JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      version: 1,
      components: [{ type: "library", name: "other", version: "1.0.0", purl: "pkg:npm/other@1.0.0" }],
    });
    await uploadInventory(runtime, owner, { product: "listed", fileName: "bom.json", text: list });
    expect((await find("@x/deep")).unknown).toMatchObject([
      { product: "listed", reason: expect.stringContaining("lists") },
    ]);
  });

  it("finds a package in a cycle once", async () => {
    await upload(
      "ring",
      npmLock({ a: "1" }, { a: ["1.0.0", ["b"]], b: ["1.0.0", ["a", "b"]] }),
      "2026-11-05T10:00:00Z",
    );
    expect((await find("b")).affected).toMatchObject([
      { product: "ring", uses: [{ path: ["ring", "pkg:npm/a@1.0.0", "pkg:npm/b@1.0.0"] }] },
    ]);
  });

  it.each(["latest", "not a range", ">="])("is not asked for the range %j", async (version) => {
    await expect(find("@x/deep", version)).rejects.toMatchObject({ fields: [{ field: "version" }] });
  });

  it("is not asked for what looks like a purl and is none", async () => {
    await expect(find("pkg:npm")).rejects.toMatchObject({ fields: [{ field: "q" }] });
  });

  it("in another organization stays there", async () => {
    const stranger = testActor(await testOrganization(database), ["owner"]);
    expect(await perform(findComponents, runtime, stranger, { q: "@x/deep" })).toMatchObject({
      affected: [],
      notAffected: [],
      unknown: [],
    });
  });
});
