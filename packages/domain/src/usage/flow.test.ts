import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flow, type FlowInput } from "./flow.ts";

describe("flow", () => {
  test("a project with dependencies keeps half and passes half in equal parts, one without keeps all", () => {
    const { kept, leftOver } = flow(
      graph({
        nodes: 3,
        edges: [
          [0, 1],
          [0, 2],
        ],
        units: [1, 0, 0],
      }),
    );
    expect([...kept]).toEqual([0.5, 0.25, 0.25]);
    expect(leftOver).toBe(0);
  });

  test("the floor leaves over what two dependencies do not take", () => {
    const { kept, leftOver } = flow(graph({ nodes: 2, edges: [], units: [1, 1], floor: 20 }));
    expect([...kept]).toEqual([0.05, 0.05]);
    expect(leftOver).toBe(0.9);
  });

  test("a product that names nothing leaves everything over, with and without a floor", () => {
    expect(flow(graph({ nodes: 1, edges: [], units: [0], floor: 0 })).leftOver).toBe(1);
    expect(flow(graph({ nodes: 1, edges: [], units: [0], floor: 20 })).leftOver).toBe(1);
  });

  test("first-party code keeps nothing and passes its whole inflow on", () => {
    const { kept } = flow(
      graph({
        nodes: 3,
        edges: [
          [0, 1],
          [0, 2],
        ],
        units: [1, 0, 0],
        firstParty: [0],
      }),
    );
    expect([...kept]).toEqual([0, 0.5, 0.5]);
  });

  test("what reaches first-party code with no way out is left over", () => {
    expect(flow(graph({ nodes: 2, edges: [[0, 1]], units: [1, 0], firstParty: [1] })).leftOver).toBe(0.5);
    const closed = flow(
      graph({
        nodes: 3,
        edges: [
          [0, 1],
          [1, 2],
          [2, 1],
        ],
        units: [1, 0, 0],
        firstParty: [1, 2],
      }),
    );
    expect(closed.leftOver).toBe(0.5);
    expect([...closed.kept]).toEqual([0.5, 0, 0]);
  });

  test("two projects that need each other share what enters as the equations say", () => {
    const { kept, leftOver } = flow(
      graph({
        nodes: 2,
        edges: [
          [0, 1],
          [1, 0],
        ],
        units: [1, 0],
      }),
    );
    expect(kept[0]).toBeCloseTo(2 / 3, 14);
    expect(kept[1]).toBeCloseTo(1 / 3, 14);
    expect(leftOver).toBe(0);
  });

  test.each([
    { nodes: 100_000, closing: false },
    { nodes: 100_000, closing: true },
  ])("a chain of $nodes (closed to a cycle: $closing) is safe", ({ nodes, closing }) => {
    const { kept } = flow(chain(nodes, closing, []));
    expect(sum(kept)).toBeCloseTo(1, 12);
  });

  test("a ring of 20,000 first-party packages that leaks one part in two settles exactly", () => {
    const nodes = 20_001;
    const own = Array.from({ length: nodes - 1 }, (_, node) => node);
    const edges = own.map((node) => [node, (node + 1) % (nodes - 1)]);
    const { kept, leftOver } = flow(
      graph({ nodes, edges: [...edges, [500, nodes - 1]], units: [1], firstParty: own }),
    );
    expect(kept[nodes - 1]).toBeCloseTo(1, 12);
    expect(leftOver).toBe(0);
  });

  test("agrees with a dense solution of the equations to 1e-12, with cycles and first-party code anywhere", () => {
    fc.assert(
      fc.property(anyGraph, (input) => {
        const { kept, leftOver } = flow(input);
        const expected = denseFlow(input);
        for (let n = 0; n < input.nodeCount; n += 1)
          expect(Math.abs((kept[n] ?? 0) - (expected.kept[n] ?? 0))).toBeLessThan(1e-12);
        expect(Math.abs(leftOver - expected.leftOver)).toBeLessThan(1e-12);
      }),
      { numRuns: 1500 },
    );
  });

  test("what is kept and what is left over make up what was handed out", () => {
    fc.assert(
      fc.property(anyGraph, (input) => {
        const { kept, leftOver } = flow(input);
        expect(Math.abs(sum(kept) + leftOver - 1)).toBeLessThan(1e-12);
        expect(Math.min(...kept, leftOver)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("naming a project directly, or needing it, never lowers what it keeps in that product", () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), fc.nat(), (input, one, other) => {
        const node = one % input.nodeCount;
        const needing = other % input.nodeCount;
        const before = flow(input).kept[node] ?? 0;
        const units = input.units.slice();
        units[node] = (units[node] ?? 0) + 1;
        expect(flow({ ...input, units }).kept[node]).toBeGreaterThanOrEqual(before - 1e-12);
        if (needing === node || hasEdge(input.edges, needing, node)) return;
        const edges = Int32Array.from([...input.edges, needing, node]);
        expect(flow({ ...input, edges }).kept[node]).toBeGreaterThanOrEqual(before - 1e-12);
      }),
      { numRuns: 500 },
    );
  });
});

/** Up to 14 nodes, any edges, so that cycles of every kind are common; some of the nodes are first-party. */
const anyGraph: fc.Arbitrary<FlowInput> = fc.integer({ min: 1, max: 14 }).chain((nodes) =>
  fc
    .record({
      pairs: fc.uniqueArray(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), {
        selector: ([from, to]) => from * nodes + to,
        maxLength: 40,
      }),
      units: fc.array(fc.constantFrom(0, 0, 0.25, 1), { minLength: nodes, maxLength: nodes }),
      firstParty: fc.uniqueArray(fc.nat(nodes - 1), { maxLength: nodes }),
      floor: fc.constantFrom(0, 20),
    })
    .map(({ pairs, units, firstParty, floor }) =>
      graph({ nodes, edges: pairs.filter(([from, to]) => from !== to), units, firstParty, floor }),
    ),
);

interface Drawn {
  readonly nodes: number;
  readonly edges: readonly (readonly number[])[];
  readonly units: readonly number[];
  readonly firstParty?: readonly number[];
  readonly floor?: number;
}

function graph({ nodes, edges, units, firstParty = [], floor = 0 }: Drawn): FlowInput {
  const own = new Uint8Array(nodes);
  for (const node of firstParty) own[node] = 1;
  const allUnits = new Float64Array(nodes);
  allUnits.set(units);
  return { nodeCount: nodes, edges: Int32Array.from(edges.flat()), units: allUnits, firstParty: own, floor };
}

function chain(nodes: number, closing: boolean, firstParty: readonly number[]): FlowInput {
  const edges = Array.from({ length: closing ? nodes : nodes - 1 }, (_, node) => [node, (node + 1) % nodes]);
  return graph({ nodes, edges, units: [1], firstParty });
}

function hasEdge(edges: Int32Array, from: number, to: number): boolean {
  for (let e = 0; e < edges.length; e += 2) if (edges[e] === from && edges[e + 1] === to) return true;
  return false;
}

function sum(parts: Float64Array): number {
  return parts.reduce((total, part) => total + part, 0);
}

/**
 * The definition itself, solved with Gaussian elimination and pivoting. First-party nodes from which no project can
 * be reached have no solution of their own (a closed cycle): what enters them is left over.
 */
function denseFlow({ nodeCount, edges, units, firstParty, floor }: FlowInput): {
  kept: number[];
  leftOver: number;
} {
  const needs = Array.from({ length: nodeCount }, () => new Array<number>());
  for (let e = 0; e < edges.length; e += 2) needs[edges[e] ?? 0]?.push(edges[e + 1] ?? 0);
  const reaches = Array.from(firstParty, (own) => own === 0);
  for (let round = 0; round < nodeCount; round += 1) {
    for (let n = 0; n < nodeCount; n += 1) if (needs[n]?.some((target) => reaches[target])) reaches[n] = true;
  }
  const divisor = Math.max(sum(units), floor);
  const handed = Array.from(units, (unit) => (divisor === 0 ? 0 : unit / divisor));
  const rows = handed.map((unit, n) => [...handed.map((_, j) => (n === j ? 1 : 0)), unit]);
  for (let from = 0; from < nodeCount; from += 1) {
    if (!reaches[from]) continue;
    const targets = needs[from] ?? [];
    for (const to of targets) {
      const row = rows[to] ?? [];
      row[from] = (row[from] ?? 0) - (firstParty[from] === 1 ? 1 : 0.5) / targets.length;
    }
  }
  const inflow = solve(rows);
  const kept = inflow.map((part, n) => (firstParty[n] === 1 ? 0 : needs[n]?.length === 0 ? part : part / 2));
  return { kept, leftOver: 1 - kept.reduce((total, part) => total + part, 0) };
}

function solve(rows: number[][]): number[] {
  const size = rows.length;
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column; row < size; row += 1)
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] ?? []).map((value, place) => value - factor * at(column, place));
    }
  }
  return rows.map((row, n) => (row[size] ?? 0) / at(n, n));
}
