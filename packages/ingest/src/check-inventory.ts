import type { Inventory } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import { isCanonical } from "./package-url.ts";

/**
 * The one check of what every parser promises: refs are unique, edges lie in range, lead from one component to another
 * and stand once, purls are canonical. The first promise that is broken, in words, or null. Linear.
 */
export function checkInventory(inventory: Inventory): string | null {
  return brokenComponent(inventory) ?? brokenEdge(inventory);
}

function brokenComponent({ components }: Inventory): string | null {
  const refs = new Set<string>();
  for (const component of components) {
    const before = refs.size;
    // Asking first would look each ref up twice.
    if (refs.add(component.ref).size === before) return `the ref ${component.ref} stands twice`;
    if (component.purl !== null && !isCanonical(component.purl))
      return `the purl ${component.purl} is not canonical`;
    if ((component.declaredScope !== null) !== (component.direct === true)) {
      return `the component ${component.ref} is declared without being direct, or direct without being declared`;
    }
  }
  return null;
}

function brokenEdge({ components, edges }: Inventory): string | null {
  const count = components.length;
  if (edges.length % 2 !== 0) return "the edges are no pairs";
  for (let at = 0; at < edges.length; at += 2) {
    const from = edges[at] ?? count;
    const to = edges[at + 1] ?? count;
    if (from < ROOT_INDEX || from >= count || to < 0 || to >= count)
      return `the edge ${from} → ${to} leads out of the file`;
    if (from === to) return `the component ${from} needs itself`;
  }
  return repeatedEdge(edges, count);
}

/** Sorted by counting on the needing side; then each row marks what it needs. */
function repeatedEdge(edges: Int32Array, count: number): string | null {
  const start = new Int32Array(count + 2);
  for (let at = 0; at < edges.length; at += 2)
    start[(edges[at] ?? 0) + 2] = (start[(edges[at] ?? 0) + 2] ?? 0) + 1;
  for (let row = 1; row < start.length; row += 1) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0);
  const target = new Int32Array(edges.length / 2);
  const next = start.slice();
  for (let at = 0; at < edges.length; at += 2) {
    const row = (edges[at] ?? 0) + 1;
    target[next[row] ?? 0] = edges[at + 1] ?? 0;
    next[row] = (next[row] ?? 0) + 1;
  }
  const markedBy = new Int32Array(count).fill(-1);
  for (let row = 0; row <= count; row += 1) {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at += 1) {
      const needed = target[at] ?? 0;
      if (markedBy[needed] === row) return `the edge ${row - 1} → ${needed} stands twice`;
      markedBy[needed] = row;
    }
  }
  return null;
}
