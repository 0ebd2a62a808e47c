import type { Component, Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import type { Adjacency } from "./adjacency.ts";
import { adjacencyOf } from "./adjacency.ts";
import type { Draft, DraftComponent } from "./draft.ts";
import { firstOfEqualInstalls } from "./merge.ts";
import { scopesByReach } from "./reach.ts";
import { strongerScope } from "./scopes.ts";

export interface Assembled {
  readonly components: readonly Component[];
  readonly edges: Int32Array;
}

/**
 * Turns what a reader found into components and edges: equal installs of one purl become one component
 * (with the ref of the first), scopes that the file does not state follow from reach, each pair stands once.
 */
export function assemble(draft: Draft): Assembled {
  const adjacency = adjacencyOf(draft.nodes.length, draft.edges);
  const first = firstOfEqualInstalls(draft.nodes, adjacency);
  const scopes = scopesByReach(draft, adjacency);
  const { indexOf, count } = newIndices(first);
  const direct = directNodes(draft, indexOf, count);
  const components = mergedComponents(draft, indexOf, count, scopes, direct);
  return { components, edges: mergedEdges(adjacency, first, indexOf, direct) };
}

function newIndices(first: Int32Array): { indexOf: Int32Array; count: number } {
  const indexOf = new Int32Array(first.length);
  let count = 0;
  for (let node = 0; node < first.length; node++) {
    const representative = first[node] ?? node;
    indexOf[node] = representative === node ? count++ : (indexOf[representative] ?? 0);
  }
  return { indexOf, count };
}

function directNodes({ edges }: Draft, indexOf: Int32Array, count: number): Uint8Array {
  const direct = new Uint8Array(count);
  for (let i = 0; i < edges.length; i += 2) {
    if (edges[i] === ROOT_INDEX) direct[indexOf[edges[i + 1] ?? 0] ?? 0] = 1;
  }
  return direct;
}

function mergedComponents(
  draft: Draft,
  indexOf: Int32Array,
  count: number,
  scopes: readonly Scope[],
  direct: Uint8Array,
): readonly Component[] {
  const components: Component[] = [];
  const scopeOf: (Scope | null)[] = Array.from({ length: count }, () => null);
  const declaredOf: (Scope | null)[] = Array.from({ length: count }, () => null);
  for (let node = 0; node < indexOf.length; node++) {
    const index = indexOf[node] ?? 0;
    scopeOf[index] = strongerScope(scopeOf[index] ?? null, scopes[node] ?? "runtime");
    declaredOf[index] = strongerScope(declaredOf[index] ?? null, draft.declared[node] ?? null);
  }
  for (let node = 0; node < indexOf.length; node++) {
    const index = indexOf[node] ?? 0;
    const component = draft.nodes[node];
    if (index !== components.length || component === undefined) continue;
    components.push(
      finished(component, scopeOf[index] ?? "runtime", direct[index] === 1, declaredOf[index] ?? null),
    );
  }
  return components;
}

function finished(
  draft: DraftComponent,
  scope: Scope,
  direct: boolean,
  declaredScope: Scope | null,
): Component {
  return {
    ref: draft.ref,
    purl: draft.purl,
    name: draft.name,
    version: draft.version,
    scope,
    direct,
    declaredScope,
    repository: draft.repository,
    licenses: draft.licenses,
    funding: draft.funding,
  };
}

function mergedEdges(
  { starts, targets }: Adjacency,
  first: Int32Array,
  indexOf: Int32Array,
  direct: Uint8Array,
): Int32Array {
  let rootEdgeCount = 0;
  for (const isDirect of direct) rootEdgeCount += isDirect;
  const edges = new Int32Array(2 * (rootEdgeCount + targets.length));
  let at = 0;
  for (let index = 0; index < direct.length; index++) {
    if (direct[index] !== 1) continue;
    edges[at++] = ROOT_INDEX;
    edges[at++] = index;
  }
  const seenFrom = new Int32Array(direct.length).fill(-1);
  for (let node = 0; node < first.length; node++) {
    if (first[node] !== node) continue;
    const from = indexOf[node] ?? 0;
    for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
      const to = indexOf[targets[i] ?? 0] ?? 0;
      if (to === from || seenFrom[to] === from) continue;
      seenFrom[to] = from;
      edges[at++] = from;
      edges[at++] = to;
    }
  }
  return edges.slice(0, at);
}
