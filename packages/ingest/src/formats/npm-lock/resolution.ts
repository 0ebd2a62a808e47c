import type { Install, InstallTree } from "./schema.ts";

/** Up to this many installs of one folder name are compared one by one; beyond it the path is walked up. */
const COMPARED_AT_MOST = 16;

/**
 * The installs by folder name. Nearly every name is installed once, at the root, so names are indexed instead of paths: no
 * path is put together.
 */
export interface Resolver {
  readonly tree: InstallTree;
  readonly byFolder: ReadonlyMap<string, readonly Install[]>;
  byPath: ReadonlyMap<string, Install> | null;
}

export function resolverOf(tree: InstallTree): Resolver {
  const byFolder = new Map<string, Install[]>();
  for (const install of tree.components) index(byFolder, install);
  for (const install of tree.links) index(byFolder, install);
  return { tree, byFolder, byPath: null };
}

/** Node's resolution, as arborist's `Node.resolve` does it: from a folder up to the root, the first node_modules that holds the name. */
export function resolve(resolver: Resolver, name: string, from: string): Install | undefined {
  const candidates = resolver.byFolder.get(name);
  if (candidates === undefined) return undefined;
  if (candidates.length <= COMPARED_AT_MOST) return nearest(candidates, from);
  const { components, links } = resolver.tree;
  resolver.byPath ??= new Map([...components, ...links].map((install) => [install.path, install]));
  return walkedUp(resolver.byPath, name, from);
}

function index(byFolder: Map<string, Install[]>, install: Install): void {
  const known = byFolder.get(install.folder);
  if (known === undefined) byFolder.set(install.folder, [install]);
  else known.push(install);
}

function nearest(candidates: readonly Install[], from: string): Install | undefined {
  let best: Install | undefined;
  for (const candidate of candidates) {
    if (!holds(candidate.holder, from)) continue;
    if (best === undefined || candidate.holder.length > best.holder.length) best = candidate;
  }
  return best;
}

/** True when `from` is the holder or lies below it. What lies outside of the root (`../lib`) is not below the root. */
function holds(holder: string, from: string): boolean {
  if (holder === "") return !from.startsWith("../");
  return from.startsWith(holder) && (from.length === holder.length || from.charCodeAt(holder.length) === 47);
}

function walkedUp(byPath: ReadonlyMap<string, Install>, name: string, from: string): Install | undefined {
  let folder = from;
  while (folder !== "") {
    const found = byPath.get(`${folder}/node_modules/${name}`);
    if (found !== undefined) return found;
    const slash = folder.lastIndexOf("/");
    folder = slash === -1 ? "" : folder.slice(0, slash);
  }
  return from.startsWith("../") ? undefined : byPath.get(`node_modules/${name}`);
}
