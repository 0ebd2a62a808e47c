import type { Upload } from "@headwater/contract/products";
import { documents, products, uploads } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { parseIdentifier } from "@headwater/domain/identifier";
import fc from "fast-check";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMappingRules } from "../mapping/list-rules.ts";
import { listPackageProjects } from "../mapping/list-package-projects.ts";
import { retireMappingRule } from "../mapping/retire-rule.ts";
import { setPackageProject } from "../mapping/set-package-project.ts";
import { setMappingRule } from "../mapping/set-rule.ts";
import { type Actor, perform, Refused } from "../operation/index.ts";
import { createProduct } from "../products/create.ts";
import { retireProduct } from "../products/retire.ts";
import { setProject } from "../projects/set.ts";
import { cycloneDx, type DrawnInventory } from "../testing/cyclone-dx.ts";
import { uploadDrawn, type DrawnUpload } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { recomputeOneProduct } from "../usage/recompute-product.ts";
import { applyUpload } from "./apply.ts";
import { processUpload } from "./process.ts";
import { readUpload } from "./read.ts";
import { submitUpload } from "./submit.ts";
import { recomputeFromScratch } from "./testing/from-scratch.ts";
import { stateOf } from "./testing/state.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  actor = testActor(await testOrganization(database), ["all"]);
});

const upload = (inventory: DrawnUpload["inventory"], more: Partial<DrawnUpload> = {}) =>
  uploadDrawn(runtime, actor, { product: "shop", inventory, ...more });
const rule = (pattern: string, project: string) =>
  perform(setMappingRule, runtime, actor, { pattern, project });
const at = (day: number, hour = 12) => ({
  takenAt: `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`,
});
const projectOf = async (name: string) => {
  const found = (await perform(listPackageProjects, runtime, actor, {})).items.find(
    (item) => item.name === name,
  );
  return `${found?.basis} ${found?.project}`;
};

/** Does the jobs that operations asked for, as the worker does. */
async function work(): Promise<void> {
  for (let job = runtime.jobs.shift(); job !== undefined; job = runtime.jobs.shift()) {
    if (job.name === "process-upload") await processUpload(runtime, actor, job.uploadId);
    if (job.name === "recompute-product")
      await perform(recomputeOneProduct, runtime, actor, { productId: job.productId });
  }
}

async function expectAsFromScratch(): Promise<void> {
  await work();
  const { components, eras, masses } = await stateOf(database, actor.organizationId);
  expect(await perform(recomputeFromScratch, runtime, actor, {})).toEqual({ astray: [] });
  const anew = await stateOf(database, actor.organizationId);
  expect([components, eras, masses]).toEqual([anew.components, anew.eras, anew.masses]);
}

describe("uploads and changes of the mapping at the same time", () => {
  test("leave no mass where a package no longer belongs", { timeout: 120_000 }, async () => {
    const names = Array.from({ length: 12 }, (_, place) => `lib-${place}`);
    await upload({ direct: names }, { ...at(1), product: "first" });
    const sent = Array.from({ length: 16 }, (_, place) => {
      const direct = names.filter((__, other) => (other + place) % 3 > 0);
      const repositories = Object.fromEntries(
        direct
          .filter((__, other) => (other + place) % 4 === 0)
          .map((name) => [name, `github.com/${place % 3}/${name}`]),
      );
      return upload(
        { direct: [...direct, `new-${place % 5}`], repositories },
        { ...at(2 + (place % 5)), product: `product-${place % 6}`, source: `${place}.json` },
      );
    });
    const ruled = Array.from({ length: 8 }, async (_, place) => {
      const set = await rule(`lib-${place}*`, `github.com/ruled/${place}`);
      await perform(setPackageProject, runtime, actor, {
        package: `pkg:npm/lib-${place + 4}`,
        project: `github.com/person/${place}`,
      });
      if (place % 2 === 0 && set.id !== null)
        await perform(retireMappingRule, runtime, actor, { id: set.id });
    });
    await Promise.all([...sent, ...ruled]);
    await expectAsFromScratch();
  });

  test("wait for an upload that has read where its packages belong and not yet computed with it", async () => {
    await upload({ direct: ["a"] }, at(1));
    let ruled: Promise<unknown> | null = null;
    const compress = async (bytes: Uint8Array) => {
      // The upload is applied between reading the mapping and computing with it when it compresses its graph.
      if (compressed++ === 1) {
        ruled = rule("a", "github.com/ruled/a");
        await setTimeout(300);
      }
      return await runtime.compress(bytes);
    };
    let compressed = 0;
    await uploadDrawn({ ...runtime, compress }, actor, {
      product: "other",
      inventory: { direct: ["a"] },
      ...at(2),
    });
    await Promise.resolve(ruled);
    expect(compressed).toBe(2);
    const { masses } = await stateOf(database, actor.organizationId);
    expect(masses.filter((row) => row.includes("pkg:npm/a"))).toEqual([]);
    await expectAsFromScratch();
  });

  test("count what two uploads state together, though neither saw the other", async () => {
    await upload(
      { direct: ["a"], repositories: { a: "github.com/early/a" } },
      { ...at(1), source: "0.json" },
    );
    await Promise.all(
      [1, 2, 3, 4].map((place) =>
        upload(
          { direct: ["a"], repositories: { a: "github.com/most/a" } },
          { ...at(1), source: `${place}.json`, product: `p${place}` },
        ),
      ),
    );
    expect(await projectOf("a")).toBe("stated github.com/most/a");
    await expectAsFromScratch();
  });
});

describe("statements about known packages", () => {
  test("are adopted by the job where the process ended before it adopted them", async () => {
    await upload({ direct: ["a"] }, at(1));
    const content = cycloneDx({ direct: ["a"], repositories: { a: "github.com/owner/a" } });
    const { id } = await perform(submitUpload, runtime, actor, {
      product: "shop",
      source: "second.json",
      content,
      takenAt: at(2).takenAt,
      later: false,
    });
    const parsed = await runtime.parse({ path: "second.json", bytes: content });
    await perform(applyUpload, runtime, actor, { id, parsed, statements: [] });
    expect(await perform(readUpload, runtime, actor, { id })).toMatchObject({ status: "processing" });
    expect(await projectOf("a")).toBe("provisional pkg:npm/a");
    await work();
    expect(await perform(readUpload, runtime, actor, { id })).toMatchObject({
      status: "done",
      snapshot: { components: 1 },
    });
    expect(await projectOf("a")).toBe("stated github.com/owner/a");
    await expectAsFromScratch();
  });
});

describe("files that state different repositories for one package", () => {
  const files = [
    ["one.json", "github.com/z/a"],
    ["two.json", "github.com/b/a"],
    ["three.json", "github.com/z/a"],
    ["four.json", "github.com/c/a"],
  ] as const;

  test(
    "put it where most of them say, and else at the earlier name, whichever came first",
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...files], { minLength: 2, maxLength: 4 }), async (sent) => {
          actor = testActor(await testOrganization(database), ["all"]);
          for (const [source, repository] of sent)
            await upload({ direct: ["a"], repositories: { a: repository } }, { ...at(1), source });
          const said = sent.map(([, repository]) => repository);
          const most = said.toSorted(
            (one, other) =>
              said.filter((text) => text === other).length - said.filter((text) => text === one).length ||
              (one < other ? -1 : 1),
          )[0];
          expect(await projectOf("a")).toBe(`stated ${most}`);
        }),
        { numRuns: 12, seed: 3 },
      );
    },
  );

  test("are told of at the later one", async () => {
    const [[source, repository], [other, another]] = files;
    const conflicts = ({ snapshot }: Upload) =>
      snapshot?.problems.filter((problem) => problem.code === "conflicting-repository");
    expect(
      conflicts(await upload({ direct: ["a"], repositories: { a: repository } }, { ...at(1), source })),
    ).toEqual([]);
    const later = await upload({ direct: ["a"], repositories: { a: another } }, { ...at(1), source: other });
    expect(conflicts(later)).toMatchObject([
      {
        severity: "info",
        code: "conflicting-repository",
        where: "pkg:npm/a",
        message: expect.stringMatching(/github\.com\/b\/a.*one\.json says github\.com\/z\/a/),
      },
    ]);
  });
});

describe("a refused file that named a new product", () => {
  const broken = new TextEncoder().encode("{");
  const slugs = async () =>
    (
      await database.transaction({ organizationId: actor.organizationId }, (db) =>
        db.select({ slug: products.slug }).from(products),
      )
    )
      .map((row) => row.slug)
      .sort();

  test("leaves no product behind, and can still be read about", async () => {
    const refused = await upload(broken, { product: "slip" });
    expect(refused).toMatchObject({ status: "refused", product: "slip" });
    expect(await slugs()).toEqual([]);
    expect(
      await database.transaction({ organizationId: actor.organizationId }, (db) => db.$count(documents)),
    ).toBe(0);
    expect(await perform(readUpload, runtime, actor, { id: refused.id })).toMatchObject({
      status: "refused",
    });
  });

  test("leaves a product that somebody made, or that has another source", async () => {
    await perform(createProduct, runtime, actor, { slug: "made" });
    await upload(broken, { product: "made" });
    await upload({ direct: ["a"] }, { product: "used" });
    await upload(broken, { product: "used", source: "other.json" });
    expect(await slugs()).toEqual(["made", "used"]);
  });

  test("leaves it while another upload of it waits, and none that comes at the same time is lost", async () => {
    const waiting = await perform(submitUpload, runtime, actor, {
      product: "slip",
      source: "w.json",
      content: cycloneDx({ direct: ["a"] }),
      create: true,
      later: false,
    });
    await upload(broken, { product: "slip" });
    expect(await slugs()).toEqual(["slip"]);
    const id = parseIdentifier("upl", waiting.id);
    expect(id === null ? null : await processUpload(runtime, actor, id)).toMatchObject({ status: "done" });
    const together = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        upload(place % 2 === 0 ? broken : { direct: ["b"] }, { product: "rush", source: `${place}.json` }),
      ),
    );
    expect(together.filter((one) => one.status === "done")).toHaveLength(6);
    expect(await slugs()).toEqual(["rush", "slip"]);
    expect(
      await database.transaction({ organizationId: actor.organizationId }, (db) => db.$count(uploads)),
    ).toBe(14);
  });
});

const names = ["a", "b", "c", "d", "a-x"];
const name = fc.constantFrom(...names);
const drawn: fc.Arbitrary<DrawnInventory> = fc.record({
  direct: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  needs: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 4 }),
  versions: fc.dictionary(name, fc.constantFrom("1.1.0", "2.0.0"), { maxKeys: 2 }),
  repositories: fc.dictionary(
    name,
    fc.constantFrom("github.com/one/x", "github.com/two/x", "github.com/three/x"),
    { maxKeys: 3 },
  ),
});
const product = fc.constantFrom("shop", "blog");
const sent = fc.record({
  kind: fc.constant("upload" as const),
  product,
  source: fc.constantFrom("one.json", "two.json"),
  day: fc.integer({ min: 1, max: 6 }),
  hour: fc.constantFrom(6, 18),
  ref: fc.constantFrom("main", "main", "other"),
  inventory: drawn,
});
const event = fc.oneof(
  { weight: 6, arbitrary: sent },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("again" as const),
      which: fc.nat(9),
      day: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("rule" as const),
      pattern: fc.constantFrom("a*", "a-*", "b", "c*"),
      project: fc.constantFrom("github.com/ruled/one", "github.com/two/x"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unrule" as const), which: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("person" as const),
      name,
      project: fc.constantFrom("github.com/person/x", "github.com/one/x"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("control" as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("retire" as const),
      product,
      source: fc.option(fc.constantFrom("one.json", "two.json"), { nil: undefined }),
      day: fc.integer({ min: 2, max: 9 }),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

describe("whatever happens in whatever order", () => {
  test("what is stored is what everything together comes to from scratch", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14, size: "max" }), async (events) => {
        actor = testActor(await testOrganization(database), ["all"]);
        const before: Extract<Event, { kind: "upload" }>[] = [];
        for (const one of events) await happen(one, before);
        await expectAsFromScratch();
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  async function happen(one: Event, before: Extract<Event, { kind: "upload" }>[]): Promise<void> {
    try {
      await attempt(one, before);
    } catch (error) {
      // Of packages and products that no upload has named yet nothing can be said.
      if (!(error instanceof Refused)) throw error;
    }
  }

  async function attempt(one: Event, before: Extract<Event, { kind: "upload" }>[]): Promise<void> {
    switch (one.kind) {
      case "upload":
        before.push(one);
        await upload(one.inventory, { ...one, ...at(one.day, one.hour) });
        return;
      case "again": {
        const same = before[one.which % Math.max(1, before.length)];
        if (same !== undefined) await upload(same.inventory, { ...same, ...at(one.day, 12) });
        return;
      }
      case "rule":
        await rule(one.pattern, one.project);
        return;
      case "unrule": {
        const { items } = await perform(listMappingRules, runtime, actor, {});
        const found = items[one.which % Math.max(1, items.length)];
        if (found !== undefined) await perform(retireMappingRule, runtime, actor, { id: found.id });
        return;
      }
      case "person":
        await perform(setPackageProject, runtime, actor, {
          package: `pkg:npm/${one.name}`,
          project: one.project,
        });
        return;
      case "control":
        await perform(setProject, runtime, actor, { project: `pkg:npm/${one.name}`, controlled: true });
        return;
      case "retire":
        await perform(retireProduct, runtime, actor, {
          slug: one.product,
          source: one.source,
          day: `2026-03-0${one.day}`,
        });
        return;
    }
  }
});
