import type { Scope } from "@headwater/domain/usage";
import type { Adjacency } from "./adjacency.ts";
import type { Draft } from "./draft.ts";
import { SCOPES_BY_STRENGTH } from "./scopes.ts";

/**
 * The scope of each node: as the file states it, else the strongest declared scope from which the node is reached.
 * A node that nothing declared reaches, and that states nothing, counts as runtime: too much rather than too little.
 */
export function scopesByReach({ nodes, declared }: Draft, adjacency: Adjacency): readonly Scope[] {
  if (nodes.every((node) => node.statedScope !== null))
    return nodes.map((node) => node.statedScope ?? "runtime");
  const reached: (Scope | null)[] = Array.from({ length: nodes.length }, () => null);
  for (const scope of SCOPES_BY_STRENGTH) {
    const queue = declared.flatMap((declaredScope, node) =>
      declaredScope === scope && reached[node] === null ? [node] : [],
    );
    spread(scope, queue, reached, adjacency);
  }
  return nodes.map((node, index) => {
    const scope = node.statedScope ?? reached[index] ?? "runtime";
    return scope === "runtime" && node.optionalOnly ? "optional" : scope;
  });
}

function spread(
  scope: Scope,
  queue: number[],
  reached: (Scope | null)[],
  { starts, targets }: Adjacency,
): void {
  for (const node of queue) reached[node] = scope;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
      const target = targets[i] ?? 0;
      if (reached[target] !== null) continue;
      reached[target] = scope;
      queue.push(target);
    }
  }
}
