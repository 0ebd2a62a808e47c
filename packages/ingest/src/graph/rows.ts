/** The needs of every node in compressed rows: row 0 is the root, row i + 1 is component i. Targets are components. */
export interface Rows {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly rank: Uint8Array;
}

/** Edges as three parallel lists of one length; `from` is -1 for the root. */
export interface EdgeLists {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly rank: Uint8Array;
}

/** Sorted into rows by counting, in the order of the file; of equal pairs the first stays, with the strongest rank. */
export function toRows(edges: EdgeLists, componentCount: number): Rows {
  const sorted = sortIntoRows(edges, componentCount);
  const placeOf = new Int32Array(componentCount).fill(-1);
  const start = new Int32Array(componentCount + 2);
  let length = 0;
  for (let row = 0; row <= componentCount; row += 1) {
    const rowStart = length;
    for (let at = sorted.start[row] ?? 0; at < (sorted.start[row + 1] ?? 0); at += 1) {
      const target = sorted.target[at] ?? 0;
      const rank = sorted.rank[at] ?? 0;
      const place = placeOf[target] ?? -1;
      if (place >= rowStart) {
        sorted.rank[place] = Math.min(sorted.rank[place] ?? 0, rank);
        continue;
      }
      // Compacted in place: the write position never overtakes the read position.
      sorted.target[length] = target;
      sorted.rank[length] = rank;
      placeOf[target] = length;
      length += 1;
    }
    start[row + 1] = length;
  }
  return { start, target: sorted.target.slice(0, length), rank: sorted.rank.slice(0, length) };
}

function sortIntoRows(edges: EdgeLists, componentCount: number): Rows {
  const start = new Int32Array(componentCount + 2);
  for (const from of edges.from) start[from + 2] = (start[from + 2] ?? 0) + 1;
  for (let row = 1; row < start.length; row += 1) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0);
  const next = start.slice();
  const target = new Int32Array(edges.to.length);
  const rank = new Uint8Array(edges.to.length);
  for (let edge = 0; edge < edges.to.length; edge += 1) {
    const row = (edges.from[edge] ?? 0) + 1;
    const place = next[row] ?? 0;
    target[place] = edges.to[edge] ?? 0;
    rank[place] = edges.rank[edge] ?? 0;
    next[row] = place + 1;
  }
  return { start, target, rank };
}

/** Flat pairs [from, to, …] as an Inventory holds them. */
export function toPairs(rows: Rows): Int32Array {
  const pairs = new Int32Array(rows.target.length * 2);
  for (let row = 0; row + 1 < rows.start.length; row += 1) {
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at += 1) {
      pairs[at * 2] = row - 1;
      pairs[at * 2 + 1] = rows.target[at] ?? 0;
    }
  }
  return pairs;
}

/**
 * Components in the order in which a depth-first walk leaves them: what a component needs comes before it, except within
 * a cycle. Iterative, because a chain can be as long as the file.
 */
export function leavingOrder(rows: Rows, componentCount: number): Int32Array {
  const order = new Int32Array(componentCount);
  const seen = new Uint8Array(componentCount);
  const next = rows.start.slice(1, componentCount + 1);
  const stack: number[] = [];
  let left = 0;
  for (let first = 0; first < componentCount; first += 1) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    stack.push(first);
    while (stack.length > 0) {
      const component = stack.at(-1) ?? 0;
      const at = next[component] ?? 0;
      if (at === rows.start[component + 2]) {
        order[left] = component;
        left += 1;
        stack.pop();
        continue;
      }
      next[component] = at + 1;
      const target = rows.target[at] ?? 0;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      stack.push(target);
    }
  }
  return order;
}
