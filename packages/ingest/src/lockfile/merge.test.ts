import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjacencyOf } from "./adjacency.ts";
import type { DraftComponent } from "./draft.ts";
import { firstOfEqualInstalls } from "./merge.ts";

describe("installs of one package", () => {
  it("are one where they need the same, by the coarsest such grouping, cycles included (fast-check)", () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        purls: fc.array(fc.constantFrom("a", "b"), { minLength: count, maxLength: count }),
        pairs: fc.array(fc.nat({ max: count - 1 }), { maxLength: 40 }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ purls, pairs }) => {
        const whole = pairs.slice(0, pairs.length - (pairs.length % 2));
        const adjacency = adjacencyOf(purls.length, whole);
        expect([...firstOfEqualInstalls(purls.map(install), adjacency)]).toEqual(coarsest(purls, whole));
      }),
      { numRuns: 1_000 },
    );
  });

  it("stay apart in time where 20,000 of them form a chain", () => {
    const count = 20_000;
    const nodes = Array.from({ length: count }, () => install("a"));
    const chain = Array.from({ length: count - 1 }, (_, link) => [link, link + 1]).flat();
    const start = performance.now();
    expect(firstOfEqualInstalls(nodes, adjacencyOf(count, chain))).toEqual(Int32Array.from(nodes.keys()));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("are one in time where two chains of 5,000 lie side by side, whichever end comes first", () => {
    const count = 5_000;
    const nodes = Array.from({ length: 2 * count }, () => install("a"));
    const links = Array.from({ length: count - 1 }, (_, link) => link);
    const down = links.flatMap((link) => [link, link + 1, count + link, count + link + 1]);
    const up = links.flatMap((link) => [link + 1, link, count + link + 1, count + link]);
    for (const chains of [down, up]) {
      const firsts = firstOfEqualInstalls(nodes, adjacencyOf(2 * count, chains));
      expect(firsts).toEqual(Int32Array.from(nodes.keys(), (node) => node % count));
    }
  });
});

/** Splits the nodes of each purl by the groups of what they need until nothing changes, as slowly as it can be said. */
function coarsest(purls: readonly string[], pairs: readonly number[]): readonly number[] {
  let groups: readonly string[] = purls;
  for (;;) {
    const next = purls.map((purl, node) => {
      const needed = new Set<string>();
      for (let at = 0; at < pairs.length; at += 2)
        if (pairs[at] === node && pairs[at + 1] !== node) needed.add(groups[pairs[at + 1] ?? 0] ?? "");
      return JSON.stringify([purl, [...needed].toSorted()]);
    });
    const ids = next.map((group) => String(next.indexOf(group)));
    if (new Set(ids).size === new Set(groups).size) return ids.map(Number);
    groups = ids;
  }
}

function install(purl: string): DraftComponent {
  return {
    ref: purl,
    purl,
    name: purl,
    version: null,
    statedScope: null,
    optionalOnly: false,
    repository: null,
    licenses: [],
    funding: [],
  };
}
