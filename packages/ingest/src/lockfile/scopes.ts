import type { Scope } from "@headwater/domain/usage";

/** From the strongest to the weakest. Between build, test and dev the order only makes the answer the same every time. */
export const SCOPES_BY_STRENGTH: readonly Scope[] = ["runtime", "optional", "build", "test", "dev"];

const STRENGTH: Readonly<Record<Scope, number>> = { runtime: 4, optional: 3, build: 2, test: 1, dev: 0 };

export function strongerScope(a: Scope | null, b: Scope | null): Scope | null {
  if (a === null) return b;
  if (b === null) return a;
  return STRENGTH[a] >= STRENGTH[b] ? a : b;
}

/** Notes that own code declares `node` with `scope`; of several declarations the strongest stays. */
export function declare(declared: (Scope | null)[], node: number, scope: Scope): void {
  declared[node] = strongerScope(declared[node] ?? null, scope);
}
