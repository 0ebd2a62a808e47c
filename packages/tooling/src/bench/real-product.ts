import { productGraph, sourceGraphOf } from "@headwater/domain/usage";
import type { FlowInput } from "@headwater/domain/usage";
import { parseInventory } from "@headwater/ingest";
import { largestFiles } from "./corpus.ts";

export interface RealProduct {
  readonly name: string;
  readonly copiedTo: (edges: number) => FlowInput;
}

/** The graph of the largest real pnpm lockfile, its packages as projects; null without a corpus. */
export function realProduct(): RealProduct | null {
  const [file] = largestFiles(/products\/.*pnpm-lock\.yaml(\.gz)?$/, 1);
  if (file === undefined) return null;
  const result = parseInventory({ path: file.path, bytes: Buffer.from(file.text) });
  if (result.kind === "refused") throw new Error(`${file.path}: ${result.refusal.message}`);
  const one = productGraph([sourceGraphOf(result.inventory)], (key) => key);
  return { name: file.path, copiedTo: (edges) => copied({ ...one, floor: 20 }, edges) };
}

/** The graph again and again, one beside the other, up to that many edges: each copy as near in memory as the real one. */
function copied(one: FlowInput, edges: number): FlowInput {
  const copies = Math.max(1, Math.round((edges * 2) / one.edges.length));
  const nodeCount = one.nodeCount * copies;
  const all = {
    nodeCount,
    edges: new Int32Array(one.edges.length * copies),
    units: new Float64Array(nodeCount),
    firstParty: new Uint8Array(nodeCount),
    floor: one.floor,
  };
  for (let copy = 0; copy < copies; copy++) {
    const moved = one.edges.map((node) => node + copy * one.nodeCount);
    all.edges.set(moved, copy * moved.length);
    all.units.set(one.units, copy * one.nodeCount);
    all.firstParty.set(one.firstParty, copy * one.nodeCount);
  }
  return all;
}
