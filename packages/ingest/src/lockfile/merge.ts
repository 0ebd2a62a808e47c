import { findTwins } from "../graph/merge.ts";
import type { Adjacency } from "./adjacency.ts";
import type { DraftComponent } from "./draft.ts";

/**
 * Which nodes stand for the same component: those with the same purl whose dependencies are the same components.
 * Returns for each node the first node of its class. The coarsest such partition is found by refinement:
 * all nodes of a purl start together, and a class is split while its members point into different classes.
 * A long chain of one purl would be split once for each link; where it comes to that, one pass from the leaves up decides,
 * which leaves equal cycles apart.
 */
export function firstOfEqualInstalls(nodes: readonly DraftComponent[], adjacency: Adjacency): Int32Array {
  const classes = classesByPurl(nodes);
  if (classes.members.size === 0) return firsts(classes);
  return refine(classes, adjacency) ? firsts(classes) : firstsFromLeavesUp(nodes, adjacency);
}

/** Real lockfiles are settled after each class was looked at two or three times. */
const MOST_LOOKS_AT_EACH = 40;

function firstsFromLeavesUp(nodes: readonly DraftComponent[], { starts, targets }: Adjacency): Int32Array {
  const start = new Int32Array(starts.length + 1);
  start.set(starts, 1);
  const purls = nodes.map((node) => node.purl);
  const twins = findTwins(purls, { start, target: targets, rank: new Uint8Array(targets.length) });
  if (twins === null) return Int32Array.from(nodes.keys());
  const leastOf = new Int32Array(nodes.length).fill(-1);
  return twins.map((twin, node) => {
    const least = leastOf[twin] ?? -1;
    if (least !== -1) return least;
    leastOf[twin] = node;
    return node;
  });
}

interface Classes {
  /** A node that is alone in its class has its own index as class. */
  readonly classOf: Int32Array;
  /** Only of classes that began with several members: nearly all packages are installed once. */
  readonly members: Map<number, number[]>;
  /** The id for the next class that is split off. */
  next: number;
}

function classesByPurl(nodes: readonly DraftComponent[]): Classes {
  const classOf = new Int32Array(nodes.length);
  const members = new Map<number, number[]>();
  // Equal purls have equal names, and names are short and hashed already: most purls are never looked up.
  const firstOfName = new Map<string, number>();
  const byPurl = new Map<string, number>();
  for (let node = 0; node < nodes.length; node++) {
    classOf[node] = node;
    const { purl, name } = nodes[node] ?? { purl: null, name: "" };
    if (purl === null) continue;
    const namesake = firstOfName.get(name);
    if (namesake === undefined) {
      firstOfName.set(name, node);
      continue;
    }
    const firstPurl = nodes[namesake]?.purl ?? purl;
    if (!byPurl.has(firstPurl)) byPurl.set(firstPurl, namesake);
    const known = byPurl.get(purl);
    if (known === undefined) {
      byPurl.set(purl, node);
      continue;
    }
    classOf[node] = known;
    const group = members.get(known);
    if (group === undefined) members.set(known, [known, node]);
    else group.push(node);
  }
  return { classOf, members, next: nodes.length };
}

/** False when it would take too long. */
function refine(classes: Classes, adjacency: Adjacency): boolean {
  const dependants = dependantsOfShared(classes, adjacency);
  const waiting = new Set(classes.members.keys());
  let looksLeft = MOST_LOOKS_AT_EACH * (classes.classOf.length + adjacency.targets.length);
  // A Set is visited in the order of insertion, and what is added again after its removal is visited again.
  for (const id of waiting) {
    waiting.delete(id);
    looksLeft -= looksAt(id, classes, adjacency);
    if (looksLeft < 0) return false;
    for (const moved of split(classes, adjacency, id)) {
      for (const dependant of dependants.get(moved) ?? []) {
        const dependantClass = classes.classOf[dependant] ?? 0;
        if ((classes.members.get(dependantClass)?.length ?? 0) > 1) waiting.add(dependantClass);
      }
    }
  }
  return true;
}

function looksAt(id: number, { members }: Classes, { starts }: Adjacency): number {
  let looks = 0;
  for (const node of members.get(id) ?? []) looks += 1 + (starts[node + 1] ?? 0) - (starts[node] ?? 0);
  return looks;
}

/** For each node of a class with several members: the nodes of such classes that need it. */
function dependantsOfShared(classes: Classes, { starts, targets }: Adjacency): Map<number, number[]> {
  const dependants = new Map<number, number[]>();
  for (const members of classes.members.values()) {
    for (const node of members) {
      for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
        const target = targets[i] ?? 0;
        const known = dependants.get(target);
        if (known === undefined) dependants.set(target, [node]);
        else known.push(node);
      }
    }
  }
  return dependants;
}

/** Splits class `id` by what its members point to. The largest part keeps the id; returns the nodes that left it. */
function split(classes: Classes, adjacency: Adjacency, id: number): number[] {
  const parts = new Map<string, number[]>();
  for (const node of classes.members.get(id) ?? []) {
    const signature = signatureOf(node, classes, adjacency);
    const part = parts.get(signature);
    if (part === undefined) parts.set(signature, [node]);
    else part.push(node);
  }
  if (parts.size < 2) return [];
  const [largest, ...others] = [...parts.values()].toSorted((a, b) => b.length - a.length);
  classes.members.set(id, largest ?? []);
  for (const part of others) {
    for (const node of part) classes.classOf[node] = classes.next;
    classes.members.set(classes.next++, part);
  }
  return others.flat();
}

function signatureOf(node: number, { classOf }: Classes, { starts, targets }: Adjacency): string {
  const ids = new Set<number>();
  for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) ids.add(classOf[targets[i] ?? 0] ?? 0);
  return [...ids].toSorted((a, b) => a - b).join(" ");
}

function firsts({ classOf, members }: Classes): Int32Array {
  const first = Int32Array.from(classOf.keys());
  for (const nodes of members.values()) {
    let least = nodes[0] ?? 0;
    for (const node of nodes) if (node < least) least = node;
    for (const node of nodes) first[node] = least;
  }
  return first;
}
