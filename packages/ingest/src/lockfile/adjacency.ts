/** Targets of node i: `targets[starts[i]]` to `targets[starts[i + 1] - 1]`. */
export interface Adjacency {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** Compressed adjacency of the pairs whose `from` is a node; each target once, in the order of its first mention; no loops. */
export function adjacencyOf(nodeCount: number, pairs: readonly number[]): Adjacency {
  const ends = new Int32Array(nodeCount + 1);
  for (let i = 0; i < pairs.length; i += 2) {
    const from = pairs[i] ?? -1;
    if (from >= 0) ends[from + 1] = (ends[from + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) ends[node + 1] = (ends[node + 1] ?? 0) + (ends[node] ?? 0);
  const next = ends.slice();
  const all = new Int32Array(ends[nodeCount] ?? 0);
  for (let i = 0; i < pairs.length; i += 2) {
    const from = pairs[i] ?? -1;
    if (from < 0) continue;
    const at = next[from] ?? 0;
    all[at] = pairs[i + 1] ?? -1;
    next[from] = at + 1;
  }
  return withoutRepeats(nodeCount, ends, all);
}

function withoutRepeats(nodeCount: number, ends: Int32Array, all: Int32Array): Adjacency {
  const starts = new Int32Array(nodeCount + 1);
  const seenFrom = new Int32Array(nodeCount).fill(-1);
  let kept = 0;
  for (let from = 0; from < nodeCount; from++) {
    starts[from] = kept;
    const end = ends[from + 1] ?? 0;
    for (let i = ends[from] ?? 0; i < end; i++) {
      const to = all[i] ?? -1;
      if (to === from || seenFrom[to] === from) continue;
      seenFrom[to] = from;
      // `kept` never overtakes `i`, so the same array holds the result.
      all[kept++] = to;
    }
  }
  starts[nodeCount] = kept;
  return { starts, targets: all.subarray(0, kept) };
}
