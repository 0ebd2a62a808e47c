import type { Scope } from "@headwater/domain/usage";

/**
 * Scopes from the strongest to the weakest reason to be there. A path is as weak as its weakest step, and a component
 * has the scope of its strongest path: needed at run time by one path it is runtime, whatever else reaches it.
 */
const scopesByRank = ["runtime", "optional", "build", "test", "dev"] as const satisfies readonly Scope[];

export const rankCount = scopesByRank.length;

export function rankOf(scope: Scope | null): number {
  return scope === null ? 0 : scopesByRank.indexOf(scope);
}

export function scopeOf(rank: number): Scope {
  return scopesByRank[rank] ?? "runtime";
}
