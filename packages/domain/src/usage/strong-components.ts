import type { Adjacency } from "./adjacency.ts";

/** Mark of a node that is not to be looked at (again). */
export const SETTLED = 0x7fffffff;

/**
 * Visits the strong components of a graph: nodes that can reach each other stand in one, every other node alone.
 * `rows` say for each node where it leads; a component is visited after all that it leads to. So rows of dependents
 * (for each node those that need it) give the components from who needs to what is needed, and the members of each
 * in that order too, but for the edges that close its cycles.
 *
 * `marks` is 0 for the nodes to be searched and SETTLED for the others. While a component is visited its members bear
 * a mark that no other node has, and `visit` may settle nodes alone that stand in no cycle with others: they are not
 * looked at any more, nor visited.
 *
 * Tarjan's algorithm with its own stack: chains of any length are safe. One number a node says all that a look at an
 * edge must know (unseen 0, on the way its order of first sight, settled more than any of those).
 * Sources: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972);
 * E. Nuutila and E. Soisalon-Soininen, On finding the strongly connected components, Inf. Process. Lett. 49 (1994);
 * D. J. Pearce, A space-efficient algorithm for finding strongly connected components, Inf. Process. Lett. 116 (2016).
 */
export function forEachComponent(
  rows: Adjacency,
  marks: Int32Array,
  visit: (members: Int32Array) => void,
): void {
  const walk = newWalk(rows.nodeCount, marks, visit);
  for (let root = 0; root < rows.nodeCount; root += 1) {
    if (marks[root] === 0) walkFrom(root, rows, walk);
  }
}

interface Walk {
  readonly marks: Int32Array;
  readonly visit: (members: Int32Array) => void;
  /** By depth: the nodes on the way to the present one, their next edge, and the earliest node seen from them. */
  readonly path: Int32Array;
  readonly nextEdges: Int32Array;
  readonly earliest: Int32Array;
  /** Left nodes whose component is still open, in the order in which they were left. */
  readonly waiting: Int32Array;
  seen: number;
  waitingLength: number;
  count: number;
}

function newWalk(nodeCount: number, marks: Int32Array, visit: (members: Int32Array) => void): Walk {
  return {
    marks,
    visit,
    path: new Int32Array(nodeCount),
    nextEdges: new Int32Array(nodeCount),
    earliest: new Int32Array(nodeCount),
    waiting: new Int32Array(nodeCount),
    seen: 0,
    waitingLength: 0,
    count: 0,
  };
}

function walkFrom(root: number, { offsets, targets }: Adjacency, walk: Walk): void {
  const { marks, path, nextEdges, earliest } = walk;
  let seen = walk.seen + 1;
  let depth = 0;
  let node = root;
  let edge = offsets[node] ?? 0;
  let end = offsets[node + 1] ?? 0;
  let early = seen;
  marks[node] = seen;
  for (;;) {
    while (edge < end) {
      const target = targets[edge] ?? 0;
      edge += 1;
      const mark = marks[target] ?? 0;
      if (mark === 0) {
        path[depth] = node;
        nextEdges[depth] = edge;
        earliest[depth] = early;
        depth += 1;
        node = target;
        edge = offsets[node] ?? 0;
        end = offsets[node + 1] ?? 0;
        seen += 1;
        early = seen;
        marks[node] = seen;
      } else if (mark < early) early = mark;
    }
    leave(node, early, walk);
    if (depth === 0) break;
    depth -= 1;
    node = path[depth] ?? 0;
    edge = nextEdges[depth] ?? 0;
    end = offsets[node + 1] ?? 0;
    early = Math.min(early, earliest[depth] ?? 0);
  }
  walk.seen = seen;
}

/** A node from which nothing earlier can be seen completes its component: all that was seen after it and still waits. */
function leave(node: number, early: number, walk: Walk): void {
  const { marks, waiting } = walk;
  const own = marks[node] ?? 0;
  if (own === SETTLED) return;
  waiting[walk.waitingLength++] = node;
  if (early < own) return;
  const length = walk.waitingLength;
  let first = length - 1;
  while (first > 0 && (marks[waiting[first - 1] ?? 0] ?? 0) > own) first -= 1;
  walk.count += 1;
  const members = waiting.slice(first, length);
  for (const member of members) marks[member] = marks.length + walk.count;
  walk.waitingLength = first;
  walk.visit(members);
}
