import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCOPES, sourceGraphOf, type SourceGraph } from "./source-graph.ts";
import { decodeSourceGraph, encodeSourceGraph } from "./source-graph-code.ts";
import { drawnInventory } from "../testing/drawn-product.ts";
import { ROOT_INDEX } from "./inventory.ts";

describe("the stored form of a source graph", () => {
  test("comes back as it was, whatever the texts in it", () => {
    fc.assert(
      fc.property(anySourceGraph, (graph) => {
        expect(decodeSourceGraph(encodeSourceGraph(graph))).toEqual({ kind: "graph", graph });
      }),
    );
  });

  test("is refused when it was written by another version", () => {
    const bytes = encodeSourceGraph(drawn());
    bytes[0] = 2;
    expect(decodeSourceGraph(bytes)).toEqual({ kind: "refused", code: "unknown-version" });
    expect(decodeSourceGraph(new Uint8Array(0))).toEqual({ kind: "refused", code: "unknown-version" });
  });

  test("is refused when its end is missing, at any length, or something follows it", () => {
    const bytes = encodeSourceGraph(drawn());
    for (let length = 1; length < bytes.length; length += 1) {
      expect(decodeSourceGraph(bytes.slice(0, length))).toEqual({ kind: "refused", code: "damaged" });
    }
    expect(decodeSourceGraph(Uint8Array.of(...bytes, 0))).toEqual({ kind: "refused", code: "damaged" });
  });

  test("never throws on other bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(["graph", "refused"]).toContain(decodeSourceGraph(Uint8Array.of(1, ...bytes)).kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the source graph of an inventory", () => {
  test("names packages without version, each once and sorted, and unidentified ones by name", () => {
    const inventory = drawnInventory({ direct: { b: "runtime", a: "dev" } });
    const [b, a] = inventory.components;
    if (a === undefined || b === undefined) throw new Error("two components were drawn");
    const graph = sourceGraphOf({
      ...inventory,
      components: [
        b,
        a,
        { ...a, ref: "a2", purl: "pkg:generic/a@2" },
        { ...a, ref: "x", name: "vendored", purl: null, version: null },
      ],
    });
    expect(graph.packages).toEqual(["pkg:generic/a", "pkg:generic/b", "unidentified:vendored"]);
    expect([...graph.componentPackage]).toEqual([1, 0, 0, 2]);
    expect(graph.versions).toEqual(["1", "1", "1", null]);
  });

  test("leaves out what the root needs, because directness says it", () => {
    const inventory = drawnInventory({ direct: { a: "runtime" }, needs: { a: ["b"] } });
    const graph = sourceGraphOf({ ...inventory, edges: Int32Array.of(ROOT_INDEX, 0, 0, 1) });
    expect([...graph.edges]).toEqual([0, 1]);
  });
});

const anySourceGraph: fc.Arbitrary<SourceGraph> = fc
  .record({
    shape: fc.constantFrom("graph" as const, "list" as const, "flat" as const, "modelled" as const),
    packages: fc.uniqueArray(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 20 }),
    components: fc.array(
      fc.record({
        place: fc.nat(),
        version: fc.option(fc.string({ unit: "binary" })),
        scope: fc.nat(SCOPES.length - 1),
        direct: fc.nat(2),
        declared: fc.constantFrom(0, 1, 2, 3, 4, 255),
      }),
      { maxLength: 30 },
    ),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
  })
  .map(({ shape, packages, components, ends }) => ({
    shape,
    packages,
    componentPackage: Int32Array.from(components, ({ place }) => place % packages.length),
    versions: components.map(({ version }) => version),
    scope: Uint8Array.from(components, ({ scope }) => scope),
    direct: Uint8Array.from(components, ({ direct }) => direct),
    declaredScope: Uint8Array.from(components, ({ declared }) => declared),
    edges: Int32Array.from(components.length === 0 ? [] : ends.flat(), (end) => end % components.length),
  }));

function drawn(): SourceGraph {
  return sourceGraphOf(
    drawnInventory({ direct: { a: "runtime", b: "dev" }, needs: { a: ["b", "c"], c: ["a"] } }),
  );
}
