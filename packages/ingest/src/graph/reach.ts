import { rankCount } from "./rank.ts";
import type { Rows } from "./rows.ts";
import { leavingOrder } from "./rows.ts";

/** Rank of a component that nothing reaches from the root. */
export const unreached = 255;

/**
 * The strongest rank under which each component is reached, starting from the direct ones under the rank with which they
 * are declared (`unreached` for those that nobody declares). A component's own rank weakens every path through it. One bucket a rank, each component leaves a bucket
 * once: linear in the edges.
 */
export function reachRanks(rows: Rows, ownRank: Uint8Array, declared: Uint8Array): Uint8Array {
  const reached = new Uint8Array(ownRank.length).fill(unreached);
  const buckets: number[][] = Array.from({ length: rankCount }, () => []);
  for (let component = 0; component < declared.length; component += 1)
    visit(component, declared[component] ?? unreached, reached, buckets);
  for (const [rank, bucket] of buckets.entries()) {
    for (let component = bucket.pop(); component !== undefined; component = bucket.pop()) {
      if (reached[component] !== rank) continue;
      for (let at = rows.start[component + 1] ?? 0; at < (rows.start[component + 2] ?? 0); at += 1) {
        const target = rows.target[at] ?? 0;
        visit(target, Math.max(rank, rows.rank[at] ?? 0, ownRank[target] ?? 0), reached, buckets);
      }
    }
  }
  return reached;
}

function visit(component: number, rank: number, reached: Uint8Array, buckets: readonly number[][]): void {
  if (rank >= (reached[component] ?? 0)) return;
  reached[component] = rank;
  buckets[rank]?.push(component);
}

/**
 * Components that no other needs; of a closed cycle that nobody outside needs, one. These are the direct ones where a
 * file states edges but none of its root (product.md, "What files say", b).
 */
export function neededByNobody(rows: Rows, componentCount: number): readonly number[] {
  const order = leavingOrder(rows, componentCount);
  const seen = new Uint8Array(componentCount);
  const entries: number[] = [];
  // The last one left belongs to a cycle (or is a component) that nothing unseen needs: the walk of Kosaraju.
  for (const component of order.toReversed()) {
    if (seen[component] === 1) continue;
    entries.push(component);
    markBelow(rows, component, seen);
  }
  return entries.toSorted((a, b) => a - b);
}

function markBelow(rows: Rows, from: number, seen: Uint8Array): void {
  const stack = [from];
  seen[from] = 1;
  for (let component = stack.pop(); component !== undefined; component = stack.pop()) {
    for (let at = rows.start[component + 1] ?? 0; at < (rows.start[component + 2] ?? 0); at += 1) {
      const target = rows.target[at] ?? 0;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      stack.push(target);
    }
  }
}
