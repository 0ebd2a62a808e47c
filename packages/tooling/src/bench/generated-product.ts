import type { FlowInput } from "@headwater/domain/usage";
import { sequence } from "./generated-sbom.ts";

export interface ProductShape {
  readonly nodes: number;
  /** At most; what would stand twice is left out. */
  readonly edges: number;
  /**
   * none; small: one node in a thousand and one that it needs need each other, as a handful of npm's projects do;
   * huge: one edge in a hundred leads back, which unites nearly all nodes in a single cycle.
   */
  readonly cycles: "none" | "small" | "huge";
}

/**
 * A made-up product as productGraph hands it to flow: pairs sorted, each once. Half of what a node needs lies near it
 * in the order of need, half anywhere below. Nodes are numbered at random, because projects are numbered by their
 * names, which say nothing of who needs whom: neighbours in the graph are far apart in memory.
 */
export function generatedProduct({ nodes, edges, cycles }: ProductShape): FlowInput {
  const random = sequence(nodes);
  const nodeOf = shuffledNumbers(nodes, random);
  const placeOf = new Int32Array(nodes);
  for (const [place, node] of nodeOf.entries()) placeOf[node] = place;
  const perNode = Math.round(edges / nodes);
  const pairs = new Int32Array(nodes * (perNode + 1) * 2);
  let length = 0;
  for (let node = 0; node < nodes; node++) {
    const needed = new Set(neededPlaces(placeOf[node] ?? 0, nodes, perNode, cycles, random));
    const targets = Array.from(needed, (place) => nodeOf[place] ?? 0).sort((a, b) => a - b);
    for (const target of targets) {
      pairs[length++] = node;
      pairs[length++] = target;
    }
  }
  const units = new Float64Array(nodes);
  for (let place = 0; place < nodes; place += 997) units[nodeOf[place] ?? 0] = place % 4 === 0 ? 0.25 : 1;
  return {
    nodeCount: nodes,
    edges: pairs.slice(0, length),
    units,
    firstParty: new Uint8Array(nodes),
    floor: 20,
  };
}

/** The same product with its pairs in no order. */
export function withPairsShuffled(product: FlowInput): FlowInput {
  const order = shuffledNumbers(product.edges.length >> 1, sequence(product.nodeCount));
  const edges = new Int32Array(product.edges.length);
  for (const [to, from] of order.entries()) {
    edges[to * 2] = product.edges[from * 2] ?? 0;
    edges[to * 2 + 1] = product.edges[from * 2 + 1] ?? 0;
  }
  return { ...product, edges };
}

const NEAR = 1_000;
const CYCLE_SPAN = 3;

/** Places in the order of need: a greater one never needs a smaller one but to close a cycle. */
function neededPlaces(
  place: number,
  nodes: number,
  perNode: number,
  cycles: ProductShape["cycles"],
  random: (bound: number) => number,
): number[] {
  const below = nodes - place - 1;
  const needed: number[] = [];
  for (let one = 0; one < perNode && one < below; one++)
    needed.push(place + 1 + random(one % 2 === 0 ? below : Math.min(below, NEAR)));
  if (cycles === "small" && place % 1000 === 500 && below >= CYCLE_SPAN) needed.push(place + CYCLE_SPAN);
  if (cycles === "small" && place % 1000 === 500 + CYCLE_SPAN) needed.push(place - CYCLE_SPAN);
  if (cycles === "huge" && place > 0 && random(100) < perNode) needed.push(random(place));
  return needed;
}

function shuffledNumbers(count: number, random: (bound: number) => number): Int32Array {
  const numbers = Int32Array.from({ length: count }, (_, number) => number);
  for (let last = count - 1; last > 0; last--) {
    const other = random(last + 1);
    const moved = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = moved;
  }
  return numbers;
}
