/**
 * Who needs whom, as compressed rows: the nodes that node n needs are
 * `targets[offsets[n]]` up to, not including, `targets[offsets[n + 1]]`.
 */
export interface Adjacency {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/**
 * Builds rows from flat pairs [from, to, from, to, …]; inside a row the order of the pairs is kept.
 * Pairs that already stand by `from`, as a product's do, are copied from front to back and not scattered.
 */
export function adjacencyOf(nodeCount: number, edges: Int32Array): Adjacency {
  const offsets = new Int32Array(nodeCount + 1);
  let previous = 0;
  let inOrder = true;
  for (let e = 0; e < edges.length; e += 2) {
    const from = edges[e] ?? 0;
    if (from < previous) inOrder = false;
    previous = from;
    offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
  }
  for (let n = 0; n < nodeCount; n += 1) offsets[n + 1] = (offsets[n + 1] ?? 0) + (offsets[n] ?? 0);
  return { nodeCount, offsets, targets: inOrder ? secondsOf(edges) : scattered(edges, offsets) };
}

function secondsOf(edges: Int32Array): Int32Array {
  const targets = new Int32Array(edges.length >> 1);
  for (let at = 0; at < targets.length; at += 1) targets[at] = edges[at * 2 + 1] ?? 0;
  return targets;
}

function scattered(edges: Int32Array, offsets: Int32Array): Int32Array {
  const next = offsets.slice();
  const targets = new Int32Array(edges.length >> 1);
  for (let e = 0; e < edges.length; e += 2) {
    const from = edges[e] ?? 0;
    const at = next[from] ?? 0;
    targets[at] = edges[e + 1] ?? 0;
    next[from] = at + 1;
  }
  return targets;
}

/** The rows turned round: for each node those that need it, in their order. */
export function transposed({ nodeCount, offsets, targets }: Adjacency): Adjacency {
  const turned = new Int32Array(nodeCount + 1);
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] ?? 0;
    turned[target + 1] = (turned[target + 1] ?? 0) + 1;
  }
  for (let n = 0; n < nodeCount; n += 1) turned[n + 1] = (turned[n + 1] ?? 0) + (turned[n] ?? 0);
  const next = turned.slice();
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const target = targets[edge] ?? 0;
      const at = next[target] ?? 0;
      sources[at] = node;
      next[target] = at + 1;
    }
  }
  return { nodeCount, offsets: turned, targets: sources };
}

/**
 * The same pairs sorted by `from`, then `to`, without repetitions and without a node that needs itself.
 * Two stable counting sorts: linear, and the result does not depend on the order of the input.
 */
export function canonicalEdges(nodeCount: number, edges: Int32Array): Int32Array {
  const reversed = new Int32Array(edges.length);
  for (let e = 0; e < edges.length; e += 2) {
    reversed[e] = edges[e + 1] ?? 0;
    reversed[e + 1] = edges[e] ?? 0;
  }
  const byTarget = pairsOf(adjacencyOf(nodeCount, reversed));
  const bySource = adjacencyOf(nodeCount, byTarget);
  const unique = new Int32Array(edges.length);
  let length = 0;
  for (let from = 0; from < nodeCount; from += 1) {
    let previous = -1;
    for (let at = bySource.offsets[from] ?? 0; at < (bySource.offsets[from + 1] ?? 0); at += 1) {
      const to = bySource.targets[at] ?? 0;
      if (to === previous || to === from) continue;
      unique[length] = from;
      unique[length + 1] = to;
      length += 2;
      previous = to;
    }
  }
  return unique.slice(0, length);
}

/** Rows back to pairs, each turned round: [target, node]. */
function pairsOf({ nodeCount, offsets, targets }: Adjacency): Int32Array {
  const pairs = new Int32Array(targets.length * 2);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
      pairs[at * 2] = targets[at] ?? 0;
      pairs[at * 2 + 1] = node;
    }
  }
  return pairs;
}
