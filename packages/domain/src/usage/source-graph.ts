import { versionless } from "../package/index.ts";
import { ROOT_INDEX, type Component, type GraphShape, type Inventory, type Scope } from "./inventory.ts";

/** Scopes by their stored number. The order is part of the stored form: add at the end only. */
export const SCOPES = ["runtime", "dev", "optional", "build", "test"] as const satisfies readonly Scope[];

/** Stored numbers of `direct` and of a missing declared scope. */
export const DIRECT = { no: 0, yes: 1, untold: 2 } as const;
export const NOT_DECLARED = 255;

/** What remains of an inventory for attribution: who needs whom, how it is declared, and under which package. */
export interface SourceGraph {
  readonly shape: GraphShape;
  /** Package keys, each once, sorted: the purl without version, or `unidentified:` and the name where there is none. */
  readonly packages: readonly string[];
  /** For each component the index of its package. */
  readonly componentPackage: Int32Array;
  readonly versions: readonly (string | null)[];
  /** For each component an index into SCOPES. */
  readonly scope: Uint8Array;
  /** For each component one of DIRECT. */
  readonly direct: Uint8Array;
  /** For each component an index into SCOPES, or NOT_DECLARED. */
  readonly declaredScope: Uint8Array;
  /** Flat pairs [from, to, …] of components; what the root needs is told by `direct` instead. */
  readonly edges: Int32Array;
}

/** Drops what attribution does not need. Equal inventories give equal graphs. */
export function sourceGraphOf(inventory: Inventory): SourceGraph {
  const { components } = inventory;
  const keys = components.map(packageKeyOf);
  const packages = [...new Set(keys)].sort();
  const placeOf = new Map(packages.map((key, place) => [key, place]));
  return {
    shape: inventory.shape,
    packages,
    componentPackage: Int32Array.from(keys, (key) => placeOf.get(key) ?? 0),
    versions: components.map((component) => component.version),
    scope: Uint8Array.from(components, (component) => SCOPES.indexOf(component.scope)),
    direct: Uint8Array.from(components, directCode),
    declaredScope: Uint8Array.from(components, ({ declaredScope }) =>
      declaredScope === null ? NOT_DECLARED : SCOPES.indexOf(declaredScope),
    ),
    edges: withoutRoot(inventory.edges),
  };
}

/** The purl without version, qualifiers and subpath; `unidentified:` and the name where the file names no package. */
export function packageKeyOf({ purl, name }: Pick<Component, "purl" | "name">): string {
  return purl === null ? `unidentified:${name}` : versionless(purl);
}

/** Type of the purl, for example `npm`; `unassigned` for a package that could not be identified. */
export function ecosystemOf(packageKey: string): string {
  const match = /^pkg:([^/]+)\//.exec(packageKey);
  return match?.[1] ?? "unassigned";
}

function directCode({ direct }: Component): number {
  if (direct === null) return DIRECT.untold;
  return direct ? DIRECT.yes : DIRECT.no;
}

function withoutRoot(edges: Int32Array): Int32Array {
  const kept = new Int32Array(edges.length);
  let length = 0;
  for (let e = 0; e < edges.length; e += 2) {
    const from = edges[e] ?? ROOT_INDEX;
    if (from === ROOT_INDEX) continue;
    kept[length] = from;
    kept[length + 1] = edges[e + 1] ?? 0;
    length += 2;
  }
  return kept.slice(0, length);
}
