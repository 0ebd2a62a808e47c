import type { Adjacency } from "./adjacency.ts";

/**
 * The cycles of a graph: nodes that can reach each other stand in one component, every other node alone.
 * Component c holds `members[starts[c]]` up to, not including, `members[starts[c + 1]]`.
 * A component comes before every component that needs it, so walking backwards goes from who needs to what is needed.
 */
export interface StrongComponents {
  readonly count: number;
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/**
 * Tarjan's algorithm from the given nodes, with its own stack: chains of any length are safe.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
 */
export function strongComponents(graph: Adjacency, roots: Int32Array): StrongComponents {
  const walk = newWalk(graph, roots.length);
  for (const root of roots) {
    if (walk.seenAt[root] === 0) walkFrom(root, graph, walk);
  }
  return {
    count: walk.count,
    starts: walk.starts.slice(0, walk.count + 1),
    members: walk.members.slice(0, walk.emitted),
  };
}

interface Walk {
  /** 1-based order of first sight; 0 unseen. */
  readonly seenAt: Int32Array;
  readonly lowest: Int32Array;
  readonly nextEdge: Int32Array;
  readonly path: Int32Array;
  readonly waiting: Int32Array;
  readonly done: Uint8Array;
  readonly starts: Int32Array;
  readonly members: Int32Array;
  seen: number;
  waitingLength: number;
  emitted: number;
  count: number;
}

function newWalk({ nodeCount, offsets }: Adjacency, rootCount: number): Walk {
  const size = rootCount === 0 ? 0 : nodeCount;
  return {
    seenAt: new Int32Array(size),
    lowest: new Int32Array(size),
    nextEdge: offsets.slice(0, size),
    path: new Int32Array(size),
    waiting: new Int32Array(size),
    done: new Uint8Array(size),
    starts: new Int32Array(size + 1),
    members: new Int32Array(size),
    seen: 0,
    waitingLength: 0,
    emitted: 0,
    count: 0,
  };
}

function walkFrom(root: number, { offsets, targets }: Adjacency, walk: Walk): void {
  const { seenAt, lowest, nextEdge, path, done } = walk;
  let depth = enter(root, 0, walk);
  while (depth > 0) {
    const node = path[depth - 1] ?? 0;
    const edge = nextEdge[node] ?? 0;
    if (edge < (offsets[node + 1] ?? 0)) {
      nextEdge[node] = edge + 1;
      const target = targets[edge] ?? 0;
      if (seenAt[target] === 0) depth = enter(target, depth, walk);
      else if (done[target] === 0) lowest[node] = Math.min(lowest[node] ?? 0, seenAt[target] ?? 0);
      continue;
    }
    depth -= 1;
    if (depth > 0) {
      const parent = path[depth - 1] ?? 0;
      lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[node] ?? 0);
    }
    if (lowest[node] === seenAt[node]) emitComponent(node, walk);
  }
}

function enter(node: number, depth: number, walk: Walk): number {
  walk.seen += 1;
  walk.seenAt[node] = walk.seen;
  walk.lowest[node] = walk.seen;
  walk.waiting[walk.waitingLength] = node;
  walk.waitingLength += 1;
  walk.path[depth] = node;
  return depth + 1;
}

function emitComponent(root: number, walk: Walk): void {
  let member = -1;
  while (member !== root) {
    walk.waitingLength -= 1;
    member = walk.waiting[walk.waitingLength] ?? root;
    walk.done[member] = 1;
    walk.members[walk.emitted] = member;
    walk.emitted += 1;
  }
  walk.count += 1;
  walk.starts[walk.count] = walk.emitted;
}
