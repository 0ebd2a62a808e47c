import { productMasses, projects } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { addProject } from "../projects/add.ts";
import { listProjects } from "../projects/list.ts";
import { setProject } from "../projects/set.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { recomputeOneProduct } from "../usage/recompute-product.ts";
import { listPackageProjects } from "./list-package-projects.ts";
import { listMappingProposals } from "./list-proposals.ts";
import { listMappingRules } from "./list-rules.ts";
import { retireMappingRule } from "./retire-rule.ts";
import { setPackageProject } from "./set-package-project.ts";
import { setMappingRule } from "./set-rule.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;

const lock = npmLock(
  { "@babel/core": "7", "left-pad": "1" },
  {
    "@babel/core": ["7.0.0", ["@babel/types", "@babel/plugin-x"]],
    "@babel/types": ["7.0.0", []],
    "@babel/plugin-x": ["7.0.0", []],
    "left-pad": ["1.3.0", []],
  },
);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = testActor(await testOrganization(database), ["owner"]);
  await uploadInventory(runtime, owner, { product: "shop", fileName: "package-lock.json", text: lock });
});

const mapping = async () =>
  Object.fromEntries(
    (await perform(listPackageProjects, runtime, owner, {})).items.map((item) => [
      item.name,
      `${item.basis} ${item.project}`,
    ]),
  );

/** Projects that the product stands on, by what is stored of it. */
async function standsOn(): Promise<string[]> {
  const rows = await database.transaction({ organizationId: owner.organizationId }, (db) =>
    db
      .selectDistinct({ slug: projects.slug })
      .from(productMasses)
      .innerJoin(
        projects,
        and(
          eq(projects.organizationId, productMasses.organizationId),
          eq(projects.id, productMasses.projectId),
        ),
      ),
  );
  return rows.map((row) => row.slug).sort();
}

const alone = {
  "@babel/core": "provisional pkg:npm/%40babel/core",
  "@babel/plugin-x": "provisional pkg:npm/%40babel/plugin-x",
  "@babel/types": "provisional pkg:npm/%40babel/types",
  "left-pad": "provisional pkg:npm/left-pad",
};

describe("a person's word on a package", () => {
  it("holds against rules that come later, and makes the project where nobody knew it", async () => {
    expect(await mapping()).toEqual(alone);
    expect(
      await perform(setPackageProject, runtime, owner, {
        package: "pkg:npm/%40babel/types",
        project: "https://github.com/Babel/Types.git",
      }),
    ).toMatchObject({ project: "github.com/babel/types", basis: "person" });
    const rule = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/*",
      project: "github.com/babel/babel",
    });
    expect(rule.kept).toEqual([
      {
        package: "pkg:npm/%40babel/types",
        project: "github.com/babel/types",
        reason: expect.stringMatching(/person/),
      },
    ]);
    expect(await mapping()).toMatchObject({
      "@babel/types": "person github.com/babel/types",
      "@babel/core": "rule github.com/babel/babel",
    });
    expect(await standsOn()).toEqual([
      "github.com/babel/babel",
      "github.com/babel/types",
      "pkg:npm/left-pad",
    ]);
  });

  it("can confirm that a package is a project of its own", async () => {
    await perform(setPackageProject, runtime, owner, {
      package: "pkg:npm/left-pad@1.3.0",
      project: "pkg:npm/left-pad",
    });
    expect((await perform(listProjects, runtime, owner, { q: "left-pad" })).items).toMatchObject([
      { slug: "pkg:npm/left-pad", provisional: false },
    ]);
  });

  it("is refused for a package or project that cannot be meant", async () => {
    await expect(
      perform(setPackageProject, runtime, owner, {
        package: "pkg:npm/unheard-of",
        project: "github.com/x/y",
      }),
    ).rejects.toMatchObject({ fields: [{ field: "package" }] });
    await expect(
      perform(setPackageProject, runtime, owner, { package: "pkg:npm/left-pad", project: "lefft-pad" }),
    ).rejects.toMatchObject({ code: "unknown-project", fields: [{ field: "project" }] });
  });
});

describe("a rule", () => {
  it("says beforehand what it would move, and moves nothing then", async () => {
    const preview = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/*",
      project: "github.com/babel/babel",
      preview: true,
    });
    expect(preview).toMatchObject({ id: null, packages: 3, kept: [] });
    expect(preview.moved.map((move) => move.package)).toEqual([
      "pkg:npm/%40babel/core",
      "pkg:npm/%40babel/plugin-x",
      "pkg:npm/%40babel/types",
    ]);
    expect(preview.moved[0]).toEqual({
      package: "pkg:npm/%40babel/core",
      from: "pkg:npm/%40babel/core",
      provisional: true,
    });
    expect(await mapping()).toEqual(alone);
    expect((await perform(listMappingRules, runtime, owner, {})).items).toEqual([]);
    expect(await standsOn()).toHaveLength(4);
  });

  it("moves what the preview said, in the usage too", async () => {
    const { moved } = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/*",
      project: "github.com/babel/babel",
      preview: true,
    });
    expect(
      (
        await perform(setMappingRule, runtime, owner, {
          pattern: "@babel/*",
          project: "github.com/babel/babel",
        })
      ).moved,
    ).toEqual(moved);
    expect(await standsOn()).toEqual(["github.com/babel/babel", "pkg:npm/left-pad"]);
  });

  it("that touches many products says how many are still being computed, and takes effect with their jobs", async () => {
    for (let place = 1; place <= 20; place += 1)
      await uploadInventory(runtime, owner, {
        product: `shop-${place}`,
        fileName: "package-lock.json",
        text: lock,
      });
    const rule = { pattern: "@babel/*", project: "github.com/babel/babel" };
    expect(await perform(setMappingRule, runtime, owner, { ...rule, preview: true })).toMatchObject({
      recomputing: 0,
    });
    runtime.jobs.length = 0;
    expect(await perform(setMappingRule, runtime, owner, rule)).toMatchObject({ recomputing: 21 });
    expect(await standsOn()).toHaveLength(4);
    for (const job of runtime.jobs)
      if (job.name === "recompute-product")
        await perform(recomputeOneProduct, runtime, owner, { productId: job.productId });
    expect(await standsOn()).toEqual(["github.com/babel/babel", "pkg:npm/left-pad"]);
  });

  it("gives way to a closer one, whichever came first, and takes over when that is retired", async () => {
    const closer = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/plugin-*",
      project: "github.com/babel/plugins",
    });
    const wide = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/*",
      project: "github.com/babel/babel",
    });
    expect(wide.kept).toEqual([
      {
        package: "pkg:npm/%40babel/plugin-x",
        project: "github.com/babel/plugins",
        reason: expect.stringContaining("@babel/plugin-*"),
      },
    ]);
    expect((await perform(listMappingRules, runtime, owner, {})).items).toMatchObject([
      { pattern: "@babel/plugin-*", packages: 1 },
      { pattern: "@babel/*", packages: 2 },
    ]);
    expect(await perform(retireMappingRule, runtime, owner, { id: closer.id })).toMatchObject({
      packages: 1,
    });
    expect(await mapping()).toMatchObject({ "@babel/plugin-x": "rule github.com/babel/babel" });
  });

  it("leaves its packages to themselves when it is retired", async () => {
    const { id } = await perform(setMappingRule, runtime, owner, {
      pattern: "@babel/*",
      project: "github.com/babel/babel",
    });
    await perform(retireMappingRule, runtime, owner, { id });
    expect(await mapping()).toEqual(alone);
    expect(await standsOn()).toHaveLength(4);
    await expect(perform(retireMappingRule, runtime, owner, { id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("takes the place of one with the same pattern", async () => {
    await perform(setMappingRule, runtime, owner, { pattern: "@babel/*", project: "github.com/babel/old" });
    await perform(setMappingRule, runtime, owner, {
      pattern: "pkg:npm/%40babel/*",
      project: "github.com/babel/babel",
    });
    expect((await perform(listMappingRules, runtime, owner, {})).items).toMatchObject([
      { project: "github.com/babel/babel", packages: 3 },
    ]);
  });

  it("holds for packages that are uploaded later", async () => {
    await perform(setMappingRule, runtime, owner, { pattern: "@babel/*", project: "github.com/babel/babel" });
    await uploadInventory(runtime, owner, {
      product: "blog",
      fileName: "package-lock.json",
      text: npmLock({ "@babel/new": "1" }, { "@babel/new": ["1.0.0", []] }),
    });
    expect(await mapping()).toMatchObject({ "@babel/new": "rule github.com/babel/babel" });
  });

  it.each(["*", "a*b", "pkg:npm/left-pad@1.0.0"])("cannot be %s", async (pattern) => {
    await expect(
      perform(setMappingRule, runtime, owner, { pattern, project: "github.com/x/y" }),
    ).rejects.toMatchObject({ fields: [{ field: "pattern" }] });
  });
});

describe("proposals", () => {
  it("cover what stands alone, and are gone once one is accepted", async () => {
    const { items } = await perform(listMappingProposals, runtime, owner, {});
    expect(items).toMatchObject([
      {
        pattern: "@babel/*",
        project: "npm/@babel",
        packages: ["pkg:npm/%40babel/core", "pkg:npm/%40babel/plugin-x", "pkg:npm/%40babel/types"],
        usageShare: 0.5,
      },
    ]);
    const [proposal] = items;
    if (!proposal) throw new Error("there is a proposal");
    expect(
      (
        await perform(setMappingRule, runtime, owner, {
          pattern: proposal.pattern,
          project: proposal.project,
        })
      ).moved,
    ).toHaveLength(3);
    expect((await perform(listMappingProposals, runtime, owner, {})).items).toEqual([]);
  });
});

describe("projects", () => {
  it("beyond the inventory are added by a slug or an address", async () => {
    expect(await perform(addProject, runtime, owner, { slug: "https://github.com/Curl/Curl" })).toMatchObject(
      { slug: "github.com/curl/curl", name: "curl", provisional: false, controlled: false },
    );
    await expect(perform(addProject, runtime, owner, { slug: "github.com/curl/curl" })).rejects.toMatchObject(
      { code: "already-exists" },
    );
    await expect(perform(addProject, runtime, owner, { slug: "curl" })).rejects.toMatchObject({
      fields: [{ field: "slug" }],
    });
  });

  it("are found by a part of what they are called, and take another name", async () => {
    await perform(addProject, runtime, owner, { slug: "github.com/curl/curl" });
    expect(
      await perform(setProject, runtime, owner, { project: "curl", name: "cURL 100%", controlled: true }),
    ).toMatchObject({ name: "cURL 100%", controlled: true });
    expect((await perform(listProjects, runtime, owner, { q: "00%" })).items).toMatchObject([
      { slug: "github.com/curl/curl" },
    ]);
    expect(
      (await perform(listProjects, runtime, owner, { q: "CURL", provisional: false })).items,
    ).toHaveLength(1);
    expect((await perform(listProjects, runtime, owner, { provisional: true })).items).toHaveLength(4);
  });
});
