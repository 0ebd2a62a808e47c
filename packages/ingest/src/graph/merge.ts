import { addEdge, edgeBuffer, edgeLists } from "./edge-buffer.ts";
import { leavingOrder, toRows } from "./rows.ts";
import type { EdgeLists, Rows } from "./rows.ts";

/**
 * A package that an SBOM lists several times (once for each place where a scanner met it) is one component if each
 * listing needs the same. `firstOf[i]` is the component that stands for component i: itself, or its twin that comes first.
 */
export function findTwins(purls: readonly (string | null)[], rows: Rows): Int32Array | null {
  const repeated = repeatedPurls(purls);
  if (repeated.size === 0) return null;
  const firstOf = Int32Array.from(purls.keys());
  const known = new Map<string, number>();
  let twins = 0;
  // Needs are settled before those who need them, so that twins of whole subtrees are found in one pass.
  for (const component of leavingOrder(rows, purls.length)) {
    const purl = purls[component] ?? null;
    if (purl === null || !repeated.has(purl)) continue;
    const key = `${purl} ${neededBy(rows, component, firstOf).join(" ")}`;
    const twin = known.get(key);
    if (twin === undefined) known.set(key, component);
    else {
      firstOf[component] = twin;
      twins += 1;
    }
  }
  return twins === 0 ? null : firstOf;
}

function repeatedPurls(purls: readonly (string | null)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const purl of purls) {
    const before = seen.size;
    if (purl !== null && seen.add(purl).size === before) repeated.add(purl);
  }
  return repeated;
}

function neededBy(rows: Rows, component: number, firstOf: Int32Array): readonly number[] {
  const targets = new Set<number>();
  for (let at = rows.start[component + 1] ?? 0; at < (rows.start[component + 2] ?? 0); at += 1) {
    targets.add(firstOf[rows.target[at] ?? 0] ?? 0);
  }
  return [...targets].toSorted((a, b) => a - b);
}

export interface Merged {
  /** Indices of the components that stay, in order. */
  readonly kept: readonly number[];
  readonly rows: Rows;
}

/** The graph without the twins: their edges go to and come from the component that stands for them. */
export function dropTwins(edges: EdgeLists, firstOf: Int32Array): Merged {
  const kept: number[] = [];
  const newIndex = new Int32Array(firstOf.length);
  for (const [component, first] of firstOf.entries()) {
    if (component !== first) continue;
    newIndex[component] = kept.length;
    kept.push(component);
  }
  const moved = (component: number) => (component < 0 ? component : (newIndex[firstOf[component] ?? 0] ?? 0));
  const left = edgeBuffer(edges.from.length);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const needing = moved(edges.from[edge] ?? 0);
    const needed = moved(edges.to[edge] ?? 0);
    // Twins of a cycle can end up needing themselves.
    if (needing === needed) continue;
    addEdge(left, needing, needed, edges.rank[edge] ?? 0);
  }
  return { kept, rows: toRows(edgeLists(left), kept.length) };
}
