import type { Adjacency } from "./adjacency.ts";

/**
 * The cycles of a graph: nodes that can reach each other stand in one component, every other node alone.
 * Component c holds `members[starts[c]]` up to, not including, `members[starts[c + 1]]`.
 * A component comes before every component that needs it, so walking backwards goes from who needs to what is needed.
 * Inside a component too a walk backwards goes with the flow, but for the edges that close its cycles.
 */
export interface StrongComponents {
  readonly count: number;
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** A number for each node that was reached: equal for the nodes of one component, for no others. */
  readonly componentOf: Int32Array;
}

/**
 * Tarjan's algorithm from the given nodes, with its own stack: chains of any length are safe.
 * One number a node says all that a look at an edge must know (unseen 0, on the way its order of first sight, settled
 * more than any of those), so that each edge costs one read.
 * Sources: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972);
 * E. Nuutila and E. Soisalon-Soininen, On finding the strongly connected components, Inf. Process. Lett. 49 (1994);
 * D. J. Pearce, A space-efficient algorithm for finding strongly connected components, Inf. Process. Lett. 116 (2016).
 */
export function strongComponents(graph: Adjacency, roots: Int32Array): StrongComponents {
  const walk = newWalk(graph, roots);
  for (const root of roots) {
    if (walk.marks[root] === 0) walkFrom(root, graph, walk);
  }
  return {
    count: walk.count,
    starts: walk.starts.subarray(0, walk.count + 1),
    members: walk.members.subarray(0, walk.emitted),
    componentOf: walk.marks,
  };
}

interface Walk {
  readonly marks: Int32Array;
  /** By depth: the nodes on the way to the present one, their next edge, and the earliest node seen from below them. */
  readonly path: Int32Array;
  readonly nextEdges: Int32Array;
  readonly earliest: Int32Array;
  /** Left nodes whose component is still open, in the order in which they were left. */
  readonly waiting: Int32Array;
  readonly starts: Int32Array;
  readonly members: Int32Array;
  seen: number;
  waitingLength: number;
  emitted: number;
  count: number;
}

function newWalk({ nodeCount }: Adjacency, roots: Int32Array): Walk {
  const size = roots.length === 0 ? 0 : nodeCount;
  return {
    marks: new Int32Array(nodeCount),
    path: new Int32Array(size),
    nextEdges: new Int32Array(size),
    earliest: new Int32Array(size),
    waiting: new Int32Array(size),
    starts: new Int32Array(size + 1),
    members: new Int32Array(size),
    seen: 0,
    waitingLength: 0,
    emitted: 0,
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
  const { marks, waiting, members } = walk;
  const own = marks[node] ?? 0;
  if (early < own) {
    waiting[walk.waitingLength++] = node;
    return;
  }
  const settled = marks.length + 1 + walk.count;
  let first = walk.waitingLength;
  while (first > 0 && (marks[waiting[first - 1] ?? 0] ?? 0) > own) first -= 1;
  for (let at = first; at < walk.waitingLength; at += 1) {
    const member = waiting[at] ?? 0;
    marks[member] = settled;
    members[walk.emitted++] = member;
  }
  marks[node] = settled;
  members[walk.emitted++] = node;
  walk.waitingLength = first;
  walk.count += 1;
  walk.starts[walk.count] = walk.emitted;
}
