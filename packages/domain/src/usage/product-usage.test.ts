import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnInventory, drawnProject, type DrawnSource } from "../testing/drawn-product.ts";
import type { GraphShape, Scope } from "./inventory.ts";
import { productUsage, type ProductUsage } from "./product-usage.ts";
import { sourceGraphOf } from "./source-graph.ts";

describe("usage of a product", () => {
  test("a dependency that is declared for development alone counts a quarter, whatever else reaches it", () => {
    const usage = usageOf([{ direct: { app: "runtime", tool: "dev" }, needs: { app: ["tool"] } }]);
    expect(parts(usage)).toEqual({ app: 0.4, tool: 0.6 });
  });

  test("of two declarations of one project the larger counts, once", () => {
    const usage = usageOf([{ direct: { a: "test" } }, { direct: { a: "optional", b: "runtime" } }]);
    expect(parts(usage)).toEqual({ a: 0.5, b: 0.5 });
  });

  test("a list gives one unit each, and directness is unknown", () => {
    const usage = usageOf([{ direct: { a: "runtime", b: "dev" }, shape: "list" }]);
    expect(parts(usage)).toEqual({ a: 0.5, b: 0.5 });
    expect(usage.rows.map((row) => row.direct)).toEqual([null, null]);
    expect(usage).toMatchObject({ list: true, flat: false, modelled: false });
  });

  test("the OS packages of all images of a product stand for one pseudo-dependency of five units", () => {
    const usage = usageOf(
      [
        { direct: { app: "runtime" } },
        { direct: { glibc: "runtime", zlib: "runtime" }, shape: "flat" },
        { direct: { zlib: "runtime", bash: "runtime", dash: "runtime", tar: "runtime" }, shape: "flat" },
      ],
      0,
    );
    expect(parts(usage).app).toBeCloseTo(1 / 6, 14);
    expect(parts(usage).tar).toBeCloseTo(1 / 6, 14);
    expect(usage.flat).toBe(true);
  });

  test("without edges in a go.mod every direct module is taken to need every indirect one", () => {
    const modelled = usageOf([
      { direct: { a: "runtime", b: "runtime" }, needs: { c: [], d: [] }, shape: "modelled" },
    ]);
    const given = usageOf([
      { direct: { a: "runtime", b: "runtime" }, needs: { a: ["c", "d"], b: ["c", "d"] } },
    ]);
    expect(modelled.rows).toEqual(given.rows);
    expect(modelled.modelled).toBe(true);
  });

  test("a go.mod of 3,000 direct and 3,000 indirect modules is counted without an edge for each pair", () => {
    const names = (prefix: string): string[] => Array.from({ length: 3000 }, (_, n) => `${prefix}${n}`);
    const direct = Object.fromEntries(names("d").map((name) => [name, "runtime" as const]));
    const needs = Object.fromEntries(names("i").map((name) => [name, []]));
    const usage = usageOf([{ direct, needs, shape: "modelled" }]);
    expect(usage.rows.every((row) => Math.abs(row.mass - 1e15 / 6000) <= 1)).toBe(true);
  });

  test("first-party packages keep nothing, and what only they contain is passed on", () => {
    const graph = sourceGraphOf(drawnInventory({ direct: { own: "runtime" }, needs: { own: ["a", "b"] } }));
    const usage = productUsage(
      [graph],
      (key) => (drawnProject(key) === "own" ? "first-party" : drawnProject(key)),
      0,
    );
    expect(parts(usage)).toEqual({ a: 0.5, b: 0.5 });
  });

  test("a package that nothing needs stands in the rows with no mass, so that reach can count it", () => {
    const usage = usageOf([{ direct: { a: "runtime" }, needs: { orphan: [] } }]);
    expect(usage.rows).toMatchObject([
      { project: "a", direct: true },
      { project: "orphan", mass: 0, direct: false },
    ]);
  });

  test("a project published in two ecosystems has its mass in equal parts that sum to it", () => {
    const inventory = drawnInventory({ direct: { a: "runtime", b: "runtime", c: "runtime" } });
    const purls = ["pkg:npm/a@1", "pkg:cargo/a@1", null];
    const graph = sourceGraphOf({
      ...inventory,
      components: inventory.components.map((one, n) => ({ ...one, purl: purls[n] ?? null })),
    });
    const usage = productUsage([graph], (key) => (key.startsWith("pkg:") ? "a" : "?"), 0);
    expect(usage.rows[0]?.ecosystems).toEqual([{ ecosystem: "unassigned", mass: usage.rows[0]?.mass }]);
    expect(usage.rows[1]?.ecosystems.map((part) => part.ecosystem)).toEqual(["cargo", "npm"]);
    expect(usage.rows[1]?.ecosystems.reduce((sum, part) => sum + part.mass, 0)).toBe(usage.rows[1]?.mass);
  });
});

describe("laws of attribution (quality.md R7)", () => {
  test("kept and left over are exactly what was handed out", () => {
    fc.assert(
      fc.property(anyProduct, fc.constantFrom(0, 20), (sources, floor) => {
        const { rows, kept, leftOver } = usageOf(sources, floor);
        expect(rows.reduce((sum, row) => sum + BigInt(row.mass), 0n)).toBe(BigInt(kept));
        expect(BigInt(kept) + BigInt(leftOver)).toBe(10n ** 15n);
      }),
    );
  });

  test("the order of sources, components and edges changes nothing, to the last unit", () => {
    fc.assert(
      fc.property(anyProduct, (sources) => {
        const turned = sources.map(reversed).toReversed();
        expect(usageOf(turned)).toEqual(usageOf(sources));
      }),
    );
  });

  test("renaming every project changes nothing but the names", () => {
    fc.assert(
      fc.property(anyProduct, (sources) => {
        // The names of the alphabet turned round: the order of nodes is turned round too.
        const rename = (name: string): string => String.fromCharCode(219 - name.charCodeAt(0));
        const renamed = parts(usageWith(sources, (key) => rename(drawnProject(key))));
        for (const [name, part] of Object.entries(parts(usageOf(sources)))) {
          expect(Math.abs((renamed[rename(name)] ?? NaN) - part)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  test("publishing a project in several packages changes no share", () => {
    fc.assert(
      fc.property(
        anyProduct.filter((sources) => sources.every((one) => one.shape === "graph")),
        (sources) => {
          // Every package becomes two: one that is needed, and needs the other, which has all the needs.
          const split = sources.map(inTwoPackages);
          expect(massOf(usageWith(split, (key) => drawnProject(key).replace("-core", "")))).toEqual(
            massOf(usageOf(sources)),
          );
        },
      ),
    );
  });

  test("merging or splitting the sources of a product changes no share", () => {
    fc.assert(
      fc.property(
        anyProduct.filter((sources) => sources.every((one) => one.shape === "graph")),
        (sources) => {
          const merged = sources.reduce(united, { direct: {}, needs: {} });
          expect(usageOf([merged, ...sources])).toEqual(usageOf(sources));
          expect(massOf(usageOf([merged]))).toEqual(massOf(usageOf(sources)));
          expect(massOf(usageOf(inSingleEdges(merged)))).toEqual(massOf(usageOf([merged])));
        },
      ),
    );
  });
});

const name = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");

const anySource: fc.Arbitrary<DrawnSource> = fc.record({
  direct: fc.dictionary(name, fc.constantFrom<Scope[]>("runtime", "dev", "optional", "build", "test"), {
    noNullPrototype: true,
  }),
  needs: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 4 }), { noNullPrototype: true }),
  shape: fc.constantFrom<GraphShape[]>("graph", "graph", "graph", "graph", "list", "flat", "modelled"),
});

const anyProduct = fc.array(anySource, { minLength: 1, maxLength: 4 });

function usageOf(sources: readonly DrawnSource[], floor = 0): ProductUsage<string> {
  return usageWith(sources, drawnProject, floor);
}

function usageWith(
  sources: readonly DrawnSource[],
  projectOf: (key: string) => string,
  floor = 0,
): ProductUsage<string> {
  return productUsage(
    sources.map((source) => sourceGraphOf(drawnInventory(source))),
    projectOf,
    floor,
  );
}

function parts(usage: ProductUsage<string>): Record<string, number> {
  return Object.fromEntries(usage.rows.map((row) => [row.project, row.mass / 1e15]));
}

function massOf(usage: ProductUsage<string>): (readonly [string, number])[] {
  return usage.rows.map((row) => [row.project, row.mass]);
}

function reversed({ direct, needs = {}, shape = "graph" }: DrawnSource): DrawnSource {
  return {
    direct: Object.fromEntries(Object.entries(direct).toReversed()),
    needs: Object.fromEntries(
      Object.entries(needs)
        .toReversed()
        .map(([from, to]) => [from, to.toReversed()]),
    ),
    shape,
  };
}

function inTwoPackages({ direct, needs = {}, shape = "graph" }: DrawnSource): DrawnSource {
  const names = new Set([...Object.keys(direct), ...Object.keys(needs), ...Object.values(needs).flat()]);
  return {
    direct,
    needs: Object.fromEntries(
      [...names].flatMap((one) => [
        [one, [`${one}-core`]],
        [`${one}-core`, needs[one] ?? []],
      ]),
    ),
    shape,
  };
}

/** The larger of two declarations, as flow takes it. */
function united(one: DrawnSource, other: DrawnSource): DrawnSource {
  const direct = { ...one.direct };
  for (const [key, scope] of Object.entries(other.direct)) {
    if (direct[key] === undefined || scope === "runtime" || scope === "optional") direct[key] = scope;
  }
  const needs = { ...one.needs };
  for (const [from, to] of Object.entries(other.needs ?? {}))
    needs[from] = [...new Set([...(needs[from] ?? []), ...to])];
  return { direct, needs };
}

/** As many sources as there are declarations and edges. */
function inSingleEdges({ direct, needs = {} }: DrawnSource): DrawnSource[] {
  return [
    ...Object.entries(direct).map(([key, scope]) => ({ direct: { [key]: scope } })),
    ...Object.entries(needs).flatMap(([from, to]) => [
      { direct: {}, needs: { [from]: [] } },
      ...to.map((one) => ({ direct: {}, needs: { [from]: [one] } })),
    ]),
  ];
}
