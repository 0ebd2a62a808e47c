import { productMasses, projects } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { uploadInventory } from "../testing/upload.ts";
import { listMappingProposals } from "./list-proposals.ts";
import { setPackageProject } from "./set-package-project.ts";

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

/** The kit's workspace: apps/web links packages/ui, which is called @acme/ui. */
const workspace = `lockfileVersion: '9.0'
importers:
  apps/web:
    dependencies:
      '@acme/ui':
        specifier: workspace:*
        version: link:../../packages/ui
  packages/ui: {}
`;

/** Another product takes @acme/ui from the registry, which needs react. */
const shop = `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      '@acme/ui':
        specifier: ^1.0.0
        version: 1.0.0
packages:
  '@acme/ui@1.0.0':
    resolution: {integrity: sha512-x}
  react@18.0.0:
    resolution: {integrity: sha512-y}
snapshots:
  '@acme/ui@1.0.0':
    dependencies:
      react: 18.0.0
  react@18.0.0: {}
`;

const push = (product: string, text: string) =>
  uploadInventory(runtime, owner, { product, fileName: "pnpm-lock.yaml", text });

/** What the products stand on: slug and part of the product's mass. */
async function standsOn(): Promise<string[]> {
  const rows = await database.transaction({ organizationId: owner.organizationId }, (db) =>
    db
      .select({ slug: projects.slug, mass: productMasses.mass })
      .from(productMasses)
      .innerJoin(
        projects,
        and(
          eq(projects.organizationId, productMasses.organizationId),
          eq(projects.id, productMasses.projectId),
        ),
      ),
  );
  return rows.map(({ slug, mass }) => `${slug} ${mass / 1e15}`).sort();
}

describe("a member of one product's workspace", () => {
  it.each([
    ["before", [workspace, shop]],
    ["after", [shop, workspace]],
  ])(
    "that another product takes from a registry passes its points on, known %s that product",
    async (_, texts) => {
      for (const text of texts) await push(text === shop ? "shop" : "kit", text);
      expect(await standsOn()).toEqual(["pkg:npm/react 0.05"]);
    },
  );

  it("is not proposed as anybody else's project", async () => {
    await push("shop", shop);
    expect((await perform(listMappingProposals, runtime, owner, {})).items).toMatchObject([
      { pattern: "@acme/*" },
    ]);
    await push("kit", workspace);
    expect((await perform(listMappingProposals, runtime, owner, {})).items).toEqual([]);
  });

  it("is somebody else's where a person says so", async () => {
    await push("shop", shop);
    await push("kit", workspace);
    await perform(setPackageProject, runtime, owner, {
      package: "pkg:npm/%40acme/ui",
      project: "github.com/other/ui",
    });
    expect(await standsOn()).toEqual(["github.com/other/ui 0.025", "pkg:npm/react 0.025"]);
  });

  it("stays the company's own when the workspace has it no more", async () => {
    await push("kit", workspace);
    await push("shop", shop);
    await push("kit", "lockfileVersion: '9.0'\nimporters:\n  apps/web: {}\n");
    expect(await standsOn()).toEqual(["pkg:npm/react 0.05"]);
  });
});
