import fc from "fast-check";
import { expect, test } from "vitest";
import { flow, type FlowInput } from "./flow.ts";

test.each([
  { members: 30, firstParty: 0, why: "settled in place" },
  { members: 300, firstParty: 0, why: "settled by its equations" },
  { members: 300, firstParty: 100, why: "with the company's own code in it" },
])("a cycle of $members, $why, keeps what the equations say to 1e-12", ({ members, firstParty }) => {
  fc.assert(
    fc.property(fc.array(fc.nat(members), { minLength: members, maxLength: 4 * members }), (targets) => {
      const input = ringWithLinks(members, firstParty, targets);
      const { kept, leftOver } = flow(input);
      const passed = Float64Array.from(kept, (part, node) => (node === members ? 0 : part));
      const needs = countOfNeeds(input);
      const inflow = input.units.map((unit) => unit / members);
      for (let e = 0; e < input.edges.length; e += 2) {
        const from = input.edges[e] ?? 0;
        const to = input.edges[e + 1] ?? 0;
        inflow[to] = (inflow[to] ?? 0) + (passed[from] ?? 0) / (needs[from] ?? 0);
      }
      if (firstParty === 0)
        for (const [node, received] of inflow.entries())
          expect(Math.abs(received - (kept[node] ?? 0) - (passed[node] ?? 0))).toBeLessThan(1e-12);
      expect(Math.abs(kept.reduce((sum, part) => sum + part, leftOver) - 1)).toBeLessThan(1e-12);
      expect(leftOver).toBeLessThan(1e-12);
    }),
    { numRuns: 40 },
  );
});

test("many small cycles one below the other pass on as one long row of them", () => {
  const pairs = 5_000;
  const edges: number[] = [];
  for (let node = 0; node < 2 * pairs; node += 2) {
    edges.push(node, node + 1, node + 1, node);
    if (node + 2 < 2 * pairs) edges.push(node + 1, node + 2);
  }
  const nodeCount = 2 * pairs;
  const { kept, leftOver } = flow({
    nodeCount,
    edges: Int32Array.from(edges),
    units: Float64Array.from({ length: nodeCount }, (_, node) => (node === 0 ? 1 : 0)),
    firstParty: new Uint8Array(nodeCount),
    floor: 0,
  });
  // x = 1 + y/4, y = x/2: the upper of a pair receives 8/7 of what enters, the lower 4/7, and 1/7 goes on.
  expect(kept[0]).toBeCloseTo(4 / 7, 14);
  expect(kept[1]).toBeCloseTo(2 / 7, 14);
  expect(kept[2]).toBeCloseTo(4 / 49, 14);
  expect(leftOver).toBe(0);
});

/** A ring in which every member names itself directly, with further links; the last node hangs below and needs nothing. */
function ringWithLinks(members: number, firstParty: number, targets: readonly number[]): FlowInput {
  const links = new Set<number>();
  for (let node = 0; node < members; node += 1) links.add(node * (members + 1) + ((node + 1) % members));
  for (const [place, target] of targets.entries()) {
    const node = place % members;
    if (target !== node) links.add(node * (members + 1) + target);
  }
  const edges = [...links].flatMap((link) => [Math.floor(link / (members + 1)), link % (members + 1)]);
  return {
    nodeCount: members + 1,
    edges: Int32Array.from(edges),
    units: Float64Array.from({ length: members + 1 }, (_, node) => (node < members ? 1 : 0)),
    firstParty: Uint8Array.from({ length: members + 1 }, (_, node) => (node < firstParty ? 1 : 0)),
    floor: 0,
  };
}

function countOfNeeds({ nodeCount, edges }: FlowInput): Int32Array {
  const counts = new Int32Array(nodeCount);
  for (let e = 0; e < edges.length; e += 2) counts[edges[e] ?? 0] = (counts[edges[e] ?? 0] ?? 0) + 1;
  return counts;
}
