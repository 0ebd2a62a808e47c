import fc from "fast-check";
import { expect, test } from "vitest";
import type { CycleEquations } from "./cycle.ts";
import { eliminateSparse, inflowOfEliminated, type Elimination } from "./cycle-elimination.ts";
import { eliminateDense } from "./dense-elimination.ts";
import { flow } from "./flow.ts";

test("eliminating all members solves their equations, on maps and on a matrix alike", () => {
  fc.assert(
    fc.property(anyEquations, ({ equations, exits }) => {
      const all = Int32Array.from({ length: equations.count }, (_, n) => n);
      for (const solved of [eliminateSparse(equations, exits, all), eliminateDense(equations, exits, all)]) {
        const inflow = inflowFrom(solved.records, equations.count);
        for (let n = 0; n < equations.count; n += 1) {
          expect(Math.abs((inflow[n] ?? 0) - received(equations, inflow, n))).toBeLessThan(
            1e-12 * total(inflow),
          );
        }
      }
    }),
  );
});

test("a clique of 400 first-party packages with one way out passes everything on", () => {
  const own = 400;
  const edges = [0, own];
  for (let from = 0; from < own; from += 1)
    for (let to = 0; to < own; to += 1) if (from !== to) edges.push(from, to);
  const nodeCount = own + 1;
  const { kept, leftOver } = flow({
    nodeCount,
    edges: Int32Array.from(edges),
    units: Float64Array.from({ length: nodeCount }, (_, node) => (node === 7 ? 1 : 0)),
    firstParty: Uint8Array.from({ length: nodeCount }, (_, node) => (node < own ? 1 : 0)),
    floor: 0,
  });
  expect(kept[own]).toBeCloseTo(1, 12);
  expect(leftOver).toBe(0);
});

/** A ring with further links; each member passes equal parts of all, and one part of the first leaves. */
const anyEquations = fc.integer({ min: 2, max: 10 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 30 }).map((links) => {
    const feeds = Array.from({ length: count }, (_, n) => new Set([(n + 1) % count]));
    for (const [from, to] of links) if (from !== to) feeds[from]?.add(to);
    const exits = new Float64Array(count);
    exits[0] = 1 / ((feeds[0]?.size ?? 0) + 1);
    return { equations: equationsOf(feeds, exits), exits };
  }),
);

function equationsOf(feeds: readonly ReadonlySet<number>[], exits: Float64Array): CycleEquations {
  const count = feeds.length;
  const rows = feeds.map((_, to) =>
    feeds.flatMap((fed, from) =>
      fed.has(to) ? [{ from, weight: (1 - (exits[from] ?? 0)) / fed.size }] : [],
    ),
  );
  const offsets = new Int32Array(count + 1);
  for (const [n, row] of rows.entries()) offsets[n + 1] = (offsets[n] ?? 0) + row.length;
  return {
    count,
    offsets,
    sources: Int32Array.from(rows.flat(), ({ from }) => from),
    weights: Float64Array.from(rows.flat(), ({ weight }) => weight),
    ownPart: new Float64Array(count),
    outside: Float64Array.from({ length: count }, (_, n) => n + 1),
  };
}

function inflowFrom(records: readonly Elimination[], count: number): Float64Array {
  const inflow = new Float64Array(count);
  inflowOfEliminated(records, inflow);
  return inflow;
}

function received(
  { offsets, sources, weights, outside }: CycleEquations,
  inflow: Float64Array,
  n: number,
): number {
  let sum = outside[n] ?? 0;
  for (let at = offsets[n] ?? 0; at < (offsets[n + 1] ?? 0); at += 1)
    sum += (weights[at] ?? 0) * (inflow[sources[at] ?? 0] ?? 0);
  return sum;
}

function total(parts: Float64Array): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
