import { documents, packages, productMasses, projects, snapshots, sources } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { cycloneDx, type DrawnInventory } from "../testing/cyclone-dx.ts";
import { uploadDrawn, type DrawnUpload } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listUploads } from "./list.ts";
import { readUpload } from "./read.ts";
import { recomputeOneProduct } from "../usage/recompute-product.ts";
import { readRatios } from "../ratios/read.ts";
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
const state = () => stateOf(database, actor.organizationId);
const at = (day: number, hour = 12) => ({
  takenAt: `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`,
});

const plain: DrawnInventory = { direct: ["a", "b"], needs: { a: ["c"] } };

describe("the same bytes again", () => {
  test("change nothing but when the source was last seen", async () => {
    await upload(plain, at(1));
    const { sources: seen, ...before } = await state();
    expect(await upload(plain, at(9))).toMatchObject({ status: "unchanged", snapshot: { components: 3 } });
    const { sources: seenAgain, ...after } = await state();
    expect(after).toEqual(before);
    expect([seen, seenAgain].map(([row]) => JSON.parse(row ?? "null").lastSeenAt)).toEqual([
      "2026-03-01T12:00:00.000Z",
      "2026-03-09T12:00:00.000Z",
    ]);
  });

  test("seen earlier than the last time move nothing back", async () => {
    await upload(plain, at(1));
    await upload(plain, at(9));
    const before = await state();
    expect(await upload(plain, at(5))).toMatchObject({ status: "unchanged" });
    expect(await state()).toEqual(before);
  });

  test("after others are in force again, as a snapshot of their own", async () => {
    await upload(plain, at(1));
    await upload({ direct: ["z"] }, at(2));
    expect(await upload(plain, at(3))).toMatchObject({
      status: "done",
      snapshot: { added: 3, removed: 1, updated: 0 },
    });
  });
});

describe("a snapshot of another ref", () => {
  test("is kept, counted and not in force", async () => {
    await upload(plain, { ...at(1), ref: "main" });
    const { snapshots: first, ...before } = await state();
    expect(await upload({ direct: ["z"] }, { ...at(2), ref: "feature" })).toMatchObject({
      status: "done",
      snapshot: { inForce: false, added: 1, removed: 3 },
    });
    const { snapshots: second, ...after } = await state();
    expect({ ...after, sources: [] }).toEqual({ ...before, sources: [] });
    expect(second.length - first.length).toBe(1);
  });

  test("that says where a package comes from moves it in the products that have it, its own among them", async () => {
    await upload(plain, { ...at(1), ref: "main" });
    await upload({ direct: ["a"], repositories: { a: "github.com/owner/a" } }, { ...at(2), ref: "feature" });
    const { masses } = await state();
    expect(masses.filter((row) => row.includes("github.com/owner/a"))).toHaveLength(1);
    expect(masses.filter((row) => row.includes("pkg:npm/a"))).toHaveLength(0);
  });
});

test("what changed counts packages that came, went, and changed their version", async () => {
  await upload({ direct: ["a", "b", "c", "d"], needs: { a: ["b"] } }, at(1));
  const next = { direct: ["a", "c", "d", "e", "f"], needs: { a: ["c"] }, versions: { c: "2.0.0" } };
  expect(await upload(next, at(2))).toMatchObject({
    snapshot: { added: 2, removed: 1, updated: 1, components: 5, direct: 5 },
  });
});

describe("a refused file", () => {
  test.each([
    ["is truncated", new TextEncoder().encode('{"bomFormat":"CycloneDX","specVersion":"1.6","compo')],
    ["is no inventory", new TextEncoder().encode("just words")],
    [
      "is of an unknown version",
      new TextEncoder().encode('{"bomFormat":"CycloneDX","specVersion":"9.9","version":1}'),
    ],
  ])("that %s stores no snapshot, source, package or document and says why", async (_, content) => {
    expect(await upload(content)).toMatchObject({
      status: "refused",
      snapshot: null,
      error: { message: expect.any(String) },
    });
    const kept = await database.transaction({ organizationId: actor.organizationId }, async (db) => ({
      documents: await db.$count(documents),
      snapshots: await db.$count(snapshots),
      sources: await db.$count(sources),
      packages: await db.$count(packages),
      projects: await db.$count(projects),
    }));
    expect(kept).toEqual({ documents: 0, snapshots: 0, sources: 0, packages: 0, projects: 0 });
  });

  test("is still said to be the product's that it would have made, by its name", async () => {
    const refused = await upload(new TextEncoder().encode("{"), { ...at(1), product: "never-made" });
    expect(refused).toMatchObject({ status: "refused", product: "never-made" });
    expect(await perform(readUpload, runtime, actor, { id: refused.id })).toMatchObject({
      product: "never-made",
    });
  });

  test("leaves what is in force as it was", async () => {
    await upload(plain, at(1));
    const before = await state();
    expect(await upload(new TextEncoder().encode("{"), at(2))).toMatchObject({ status: "refused" });
    expect(await state()).toEqual(before);
  });
});

test("a mapping that a file states later moves the past too, in every product that has the package", async () => {
  await upload(plain, at(1));
  await upload({ direct: ["c"] }, { ...at(1), product: "other" });
  await upload({ ...plain, repositories: { c: "github.com/owner/c" } }, { ...at(5), source: "second.json" });
  const { items } = await perform(readRatios, runtime, actor, { period: "2026" });
  expect(new Set(items.map((row) => row.project))).toEqual(
    new Set(["github.com/owner/c", "pkg:npm/a", "pkg:npm/b"]),
  );
  const kept = await database.transaction({ organizationId: actor.organizationId }, (db) =>
    db.select().from(productMasses),
  );
  expect(new Set(kept.map((row) => row.projectId)).size).toBe(3);
});

const names = ["a", "b", "c", "d", "e"];
const inventory: fc.Arbitrary<DrawnInventory> = fc.record({
  direct: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  dev: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
  needs: fc.dictionary(
    fc.constantFrom(...names),
    fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
    { maxKeys: 4 },
  ),
  versions: fc.dictionary(fc.constantFrom(...names), fc.constantFrom("1.1.0", "2.0.0"), { maxKeys: 3 }),
  repositories: fc
    .subarray(names)
    .map((known) => Object.fromEntries(known.map((name) => [name, `github.com/owner/${name}`]))),
});

/** Snapshots of two sources, some on one day; no two at one instant. */
const takes = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 1, max: 6 }),
    hour: fc.constantFrom(6, 18),
    source: fc.constantFrom("one.json", "two.json"),
    inventory,
  }),
  {
    selector: ({ day, hour, source }) => `${source} ${day} ${hour}`,
    minLength: 2,
    maxLength: 6,
    size: "max",
  },
);

describe("the order of uploads", () => {
  test(
    "leaves no trace: components, eras and masses are as if each had come in its turn",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          takes.chain((taken) =>
            fc.record({
              taken: fc.constant(taken),
              shuffled: fc.shuffledSubarray(taken, { minLength: taken.length, maxLength: taken.length }),
            }),
          ),
          async ({ taken, shuffled }) => {
            const inOrder = taken.toSorted((one, other) => one.day - other.day || one.hour - other.hour);
            const [told, expected] = [await stateAfter(shuffled), await stateAfter(inOrder)];
            expect([told.components, told.eras]).toEqual([expected.components, expected.eras]);
            expectMasses(told.masses, expected.masses);
          },
        ),
        { numRuns: 20, seed: 7 },
      );
    },
  );

  async function stateAfter(
    taken: readonly { day: number; hour: number; source: string; inventory: DrawnInventory }[],
  ) {
    const own = testActor(await testOrganization(database), ["all"]);
    for (const { day, hour, source, inventory: drawn } of taken)
      await uploadDrawn(runtime, own, { product: "shop", source, inventory: drawn, ...at(day, hour) });
    const kept = await stateOf(database, own.organizationId);
    const [only] = await database.transaction({ organizationId: own.organizationId }, (db) =>
      db.select({ productId: sources.productId }).from(sources).limit(1),
    );
    await perform(recomputeOneProduct, runtime, own, { productId: only?.productId });
    // What each upload added to is exactly what all of them together come to.
    expect(await stateOf(database, own.organizationId)).toEqual(kept);
    return kept;
  }

  /** Of equal remainders the earlier project takes the unit of 1e-15, and in another organization that can be another one. */
  function expectMasses(told: readonly string[], expected: readonly string[]): void {
    const parted = (rows: readonly string[]) =>
      rows
        .map((text) => JSON.parse(text))
        .map(({ mass, ...row }) => ({ mass, row: JSON.stringify(row) }))
        .sort((one, other) => (one.row < other.row ? -1 : 1));
    const [ours, theirs] = [parted(told), parted(expected)];
    expect(ours.map(({ row }) => row)).toEqual(theirs.map(({ row }) => row));
    for (const [place, { mass }] of ours.entries())
      expect(Math.abs(mass - theirs[place]?.mass)).toBeLessThanOrEqual(1);
  }

  test("a second snapshot on the first day of a source is the one that counts backwards", async () => {
    await upload({ direct: ["a"] }, at(4, 6));
    await upload({ direct: ["b"] }, at(4, 18));
    expect((await state()).masses.map((row) => JSON.parse(row).project)).toEqual(["pkg:npm/b"]);
  });

  test("what was seen again stays in force from then on, whatever is told later of the time between", async () => {
    await upload({ direct: ["a"] }, at(1));
    await upload({ direct: ["a"] }, at(5));
    await upload({ direct: ["b"] }, at(3));
    const { components } = await state();
    expect(
      components
        .map((row) => JSON.parse(row))
        .filter((row) => row.until === null)
        .map((row) => row.purl),
    ).toEqual(["pkg:npm/a"]);
  });
});

describe("uploads at the same time", () => {
  test("to one product come one after the other, and all are in force", async () => {
    const sent = Array.from({ length: 8 }, (_, place) => ({
      source: `${place}.json`,
      inventory: { direct: [`p${place}`, "shared"], needs: { shared: ["deep"] } },
    }));
    await Promise.all(sent.map(({ source, inventory: drawn }) => upload(drawn, { ...at(1), source })));
    const together = await state();
    expect(new Set(together.components.map((row) => JSON.parse(row).source)).size).toBe(8);
    const [only] = await database.transaction({ organizationId: actor.organizationId }, (db) =>
      db.select({ productId: sources.productId }).from(sources).limit(1),
    );
    await perform(recomputeOneProduct, runtime, actor, { productId: only?.productId });
    expect(await state()).toEqual(together);
  });

  test("of the same bytes to one source leave what one leaves", async () => {
    await Promise.all(Array.from({ length: 6 }, () => upload(cycloneDx(plain), at(1))));
    const { components, eras, masses } = await state();
    await perform(readRatios, runtime, actor, { period: "2026" });
    expect([components.length, eras.length, masses.length]).toEqual([3, 2, 3]);
  });
});

describe("the list of uploads", () => {
  test("has the newest first, with what each changed, why one was refused, and pages that agree", async () => {
    await upload(plain, at(1));
    await upload({ direct: ["a", "c"], needs: {} }, at(2));
    await upload(new TextEncoder().encode("{"), { ...at(3), product: "broken" });
    await upload(plain, { ...at(1), product: "office" });

    const all = await perform(listUploads, runtime, actor, {});
    expect(
      all.items.map(({ product, status, snapshot, error }) => [
        product,
        status,
        snapshot && [snapshot.added, snapshot.removed, snapshot.inForce],
        error?.code ?? null,
      ]),
    ).toEqual([
      ["office", "done", [3, 0, true], null],
      ["broken", "refused", null, "unknown-format"],
      ["shop", "done", [0, 1, true], null],
      ["shop", "done", [3, 0, true], null],
    ]);
    const first = await perform(listUploads, runtime, actor, { limit: 3 });
    const second = await perform(listUploads, runtime, actor, { limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.nextCursor).toBeNull();
  });

  test("is narrowed to a product", async () => {
    await upload(plain, at(1));
    await upload(plain, { ...at(1), product: "office" });
    const office = await perform(listUploads, runtime, actor, { product: "office" });
    expect(office.items.map(({ product }) => product)).toEqual(["office"]);
  });
});
