import { ROOT_INDEX } from "@headwater/domain/usage";
import type { Scope } from "@headwater/domain/usage";
import type { DraftComponent } from "./draft.ts";

/**
 * For files that do not say what the company's own code declares: the packages that no other package needs
 * are taken as direct, with the scope that the file states. Adds the edges and declarations.
 */
export function declareWhatNobodyNeeds(
  nodes: readonly DraftComponent[],
  edges: number[],
  declared: (Scope | null)[],
): void {
  const needed = new Uint8Array(nodes.length);
  for (let i = 0; i < edges.length; i += 2) if (edges[i] !== edges[i + 1]) needed[edges[i + 1] ?? 0] = 1;
  for (let node = 0; node < nodes.length; node++) {
    if (needed[node] === 1) continue;
    edges.push(ROOT_INDEX, node);
    declared[node] = nodes[node]?.statedScope ?? "runtime";
  }
}
