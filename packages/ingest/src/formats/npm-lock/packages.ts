import type { JsonObject } from "../../json/index.ts";
import { isObject } from "../../json/index.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import type { ProblemList } from "../../problems.ts";
import { entryOf } from "./entry.ts";
import type { Install, InstallTree, OwnFolder, PackageEntry } from "./schema.ts";
import { OWN_CODE } from "./schema.ts";
import { isOwnFolder } from "./source.ts";

const MODULES = "node_modules/";

/** Reads `packages` of versions 2 and 3: one entry for each folder, keyed by its path from the root. */
export function treeOfPackages(packages: JsonObject, problems: ProblemList): InstallTree {
  const tree = emptyTree();
  for (const path of Object.keys(packages)) {
    const entry = packages[path];
    if (isObject(entry)) addEntry(tree, path, entryOf(entry), problems);
    else leaveOut(path, problems);
  }
  return finishTree(tree, (path) => Object.hasOwn(packages, path), problems);
}

/** The tree as it grows, entry by entry in the order of the file. */
export interface GrowingTree {
  readonly components: Install[];
  readonly links: Install[];
  readonly members: OwnFolder[];
  root: OwnFolder | null;
}

export function emptyTree(): GrowingTree {
  return { components: [], links: [], members: [], root: null };
}

export function addEntry(tree: GrowingTree, path: string, entry: PackageEntry, problems: ProblemList): void {
  const modules = path.lastIndexOf(MODULES);
  if (entry.extraneous) addExtraneous(path, problems);
  else if (path === "") tree.root = { path, entry };
  else if (modules === -1) tree.members.push({ path, entry });
  else if (entry.link) tree.links.push(installed(path, modules, entry, OWN_CODE));
  else if (isOwnFolder(entry)) {
    tree.links.push(installed(path, modules, entry, OWN_CODE));
    tree.members.push({ path, entry });
  } else tree.components.push(installed(path, modules, entry, tree.components.length));
}

export function leaveOut(path: string, problems: ProblemList): void {
  problems.add(
    "warning",
    "entry-not-an-object",
    `The entry of ${path} is not an object and was left out.`,
    `/packages${pointerStep(path)}`,
  );
}

/** `holds` tells whether the file has an entry under a path. */
export function finishTree(
  { components, links, root, members }: GrowingTree,
  holds: (path: string) => boolean,
  problems: ProblemList,
): InstallTree {
  for (const link of links) if (link.entry.link) checkLink(link, holds, problems);
  return { components, links: resolvedLinks(links, components), root, members };
}

function installed(path: string, modules: number, entry: PackageEntry, target: number): Install {
  const holder = modules === 0 ? "" : path.slice(0, modules - 1);
  return { path, holder, folder: path.slice(modules + MODULES.length), entry, target };
}

function addExtraneous(path: string, problems: ProblemList): void {
  problems.add(
    "info",
    "extraneous",
    `${path} is marked as needed by nobody and was left out, as npm would remove it.`,
    `/packages${pointerStep(path)}`,
  );
}

function checkLink(
  { path, entry: { resolved } }: Install,
  holds: (path: string) => boolean,
  problems: ProblemList,
): void {
  if (resolved !== null && holds(resolved)) return;
  problems.add(
    "info",
    "link-without-target",
    `${path} links to ${resolved ?? "nothing"}, of which the file holds no entry; it counts as own code.`,
    `/packages${pointerStep(path)}`,
  );
}

/** A link into node_modules (the linked install strategy) leads to a component, every other one to own code. */
function resolvedLinks(links: readonly Install[], components: readonly Install[]): readonly Install[] {
  if (!links.some((link) => link.entry.resolved?.includes(MODULES) === true)) return links;
  const byPath = new Map(components.map((component) => [component.path, component.target]));
  return links.map((link) => ({
    ...link,
    target: byPath.get(link.entry.resolved ?? "") ?? link.target,
  }));
}
