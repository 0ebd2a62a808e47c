import { DIRECT, type SourceGraph } from "./source-graph.ts";

export interface ModelledEdges {
  /** For each modelled source, flat pairs of nodes. */
  readonly edges: readonly Int32Array[];
  /** How many further nodes the pairs use, numbered from `nodeCount`. */
  readonly hubs: number;
}

/**
 * Beyond this many pairs in one file (a hostile go.mod: real ones stay below a twentieth of it) the pairs go through
 * one hub that keeps nothing. That gives the same numbers unless a project is direct and indirect at once, or has
 * edges from elsewhere; then its parts differ slightly, while memory stays bounded.
 */
const MATERIALISED_PAIRS = 4_000_000;

/** go.mod tells direct from indirect but not who needs whom: every direct one is taken to need every indirect one. */
export function modelledEdges(
  sources: readonly SourceGraph[],
  nodesOf: readonly Int32Array[],
  nodeCount: number,
): ModelledEdges {
  const edges: Int32Array[] = [];
  let hubs = 0;
  for (const [index, source] of sources.entries()) {
    if (source.shape !== "modelled") continue;
    const { direct, indirect } = split(source, nodesOf[index] ?? new Int32Array(0));
    if (direct.length * indirect.length <= MATERIALISED_PAIRS) {
      edges.push(pairs(direct, indirect));
      continue;
    }
    const hub = Int32Array.of(nodeCount + hubs);
    hubs += 1;
    edges.push(pairs(direct, hub), pairs(hub, indirect));
  }
  return { edges, hubs };
}

/** Nodes of the direct and of the indirect components, each once; a node can stand in both. */
function split({ direct }: SourceGraph, nodeOf: Int32Array): { direct: Int32Array; indirect: Int32Array } {
  const named = new Set<number>();
  const others = new Set<number>();
  for (let c = 0; c < nodeOf.length; c += 1) (direct[c] === DIRECT.yes ? named : others).add(nodeOf[c] ?? 0);
  return { direct: Int32Array.from(named).sort(), indirect: Int32Array.from(others).sort() };
}

function pairs(from: Int32Array, to: Int32Array): Int32Array {
  const all = new Int32Array(from.length * to.length * 2);
  let at = 0;
  for (const source of from) {
    for (const target of to) {
      all[at] = source;
      all[at + 1] = target;
      at += 2;
    }
  }
  return all;
}
