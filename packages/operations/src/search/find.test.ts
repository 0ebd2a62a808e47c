import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setPackageProject } from "../mapping/set-package-project.ts";
import { type Actor, perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { findAnything } from "./find.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;
let organization: Awaited<ReturnType<typeof testOrganization>>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  organization = await testOrganization(database);
  owner = testActor(organization, ["owner"]);
  const text = npmLock(
    { lz: "1", "lz-extra": "1", zipper: "1" },
    { lz: ["1.0.0", ["zipper"]], "lz-extra": ["1.0.0", []], zipper: ["2.0.0", []], "my-lz": ["1.0.0", []] },
  );
  await uploadInventory(runtime, owner, { product: "lz-shop", fileName: "package-lock.json", text });
});

const find = (q: string, actor = owner) => perform(findAnything, runtime, actor, { q, period: "ttm" });

describe("a search by name", () => {
  it("has what is called so first, then what begins so, then what holds it", async () => {
    const { projects } = await find("LZ");
    expect(projects.map(({ name }) => name)).toEqual(["lz", "lz-extra", "my-lz"]);
  });

  it("finds a project by the name of a package, and says which", async () => {
    const mapped = { package: "pkg:npm/zipper", project: "github.com/tukaani-project/xz" };
    await perform(setPackageProject, runtime, owner, mapped);
    const { projects } = await find("zipper");
    expect(projects).toMatchObject([{ project: "github.com/tukaani-project/xz", package: "zipper" }]);
  });

  it("answers with the figures of what is used", async () => {
    const { projects } = await find("zipper");
    expect(projects[0]?.figures).toMatchObject({
      reach: 1,
      giveBack: "0.00",
      gap: null,
      gapUnknown: "no-target",
    });
  });

  it("finds products, and takes signs of patterns as they are", async () => {
    expect((await find("shop")).products).toEqual([{ slug: "lz-shop", name: "lz-shop", tier: 3 }]);
    expect(await find("%")).toMatchObject({ projects: [], products: [], people: [] });
  });

  it("names people only to those who may see them", async () => {
    await perform(createPerson, runtime, owner, { name: "Ada Lzicki", email: "ada@larkfield.example" });
    expect((await find("lzicki")).people).toMatchObject([{ name: "Ada Lzicki" }]);
    expect((await find("lzicki", testActor(organization, ["viewer"]))).people).toEqual([]);
  });
});
