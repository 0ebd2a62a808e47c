import type { Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import { pointerStep } from "../../lockfile/pointer.ts";
import { declare } from "../../lockfile/scopes.ts";
import type { ProblemList } from "../../problems.ts";
import type { Resolver } from "./resolution.ts";
import { resolve } from "./resolution.ts";
import type { Install, InstallTree, PackageEntry } from "./schema.ts";
import { OWN_CODE } from "./schema.ts";

/** Adds the edges of own code, with the scope in which each manifest declares the package. Returns how many dependencies are declared. */
export function declareOwn(
  tree: InstallTree,
  resolver: Resolver,
  edges: number[],
  declared: (Scope | null)[],
  problems: ProblemList,
): number {
  let declarations = 0;
  for (const own of tree.root === null ? tree.members : [tree.root, ...tree.members]) {
    for (const [name, { scope, mayBeMissing }] of declarationsOf(own.entry)) {
      declarations++;
      const install = resolve(resolver, name, own.path);
      if (install === undefined) {
        if (!mayBeMissing) addMissing(problems, name, own.path);
      } else if (install.target !== OWN_CODE) {
        edges.push(ROOT_INDEX, install.target);
        declare(declared, install.target, scope);
      }
    }
  }
  return declarations;
}

interface Declaration {
  readonly scope: Scope;
  readonly mayBeMissing: boolean;
}

/** In arborist's order (`Node._loadDeps`): of two kinds that name the same package the later one holds. */
function declarationsOf(entry: PackageEntry): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  for (const name of entry.peerDependencies) {
    const optional = entry.optionalPeers.has(name);
    declarations.set(name, { scope: optional ? "optional" : "runtime", mayBeMissing: optional });
  }
  for (const name of entry.dependencies) declarations.set(name, { scope: "runtime", mayBeMissing: false });
  for (const name of entry.optionalDependencies)
    declarations.set(name, { scope: "optional", mayBeMissing: true });
  for (const name of entry.devDependencies) declarations.set(name, { scope: "dev", mayBeMissing: false });
  return declarations;
}

/** Adds the edges among components: dependencies, optional ones and peers, wherever they resolve. */
export function connect(tree: InstallTree, resolver: Resolver, edges: number[], problems: ProblemList): void {
  for (const from of tree.components) {
    const { dependencies, optionalDependencies, peerDependencies, optionalPeers } = from.entry;
    link(from, dependencies, NONE_MAY_MISS, resolver, edges, problems);
    link(from, optionalDependencies, ALL_MAY_MISS, resolver, edges, problems);
    link(from, peerDependencies, optionalPeers, resolver, edges, problems);
  }
}

const NONE_MAY_MISS: ReadonlySet<string> = new Set();
const ALL_MAY_MISS = "all";

function link(
  from: Install,
  names: readonly string[],
  mayMiss: ReadonlySet<string> | typeof ALL_MAY_MISS,
  resolver: Resolver,
  edges: number[],
  problems: ProblemList,
): void {
  for (const name of names) {
    const install = resolve(resolver, name, from.path);
    if (install === undefined) {
      if (mayMiss !== ALL_MAY_MISS && !mayMiss.has(name)) addMissing(problems, name, from.path);
    } else if (install.target === OWN_CODE) addNeedsOwnCode(problems, name, from.path);
    else edges.push(from.target, install.target);
  }
}

function addMissing(problems: ProblemList, name: string, path: string): void {
  const who = path === "" ? "The root" : path;
  problems.add(
    "info",
    "missing-dependency",
    `${who} needs ${name}, of which the file holds no entry; the edge is left out.`,
    `/packages${pointerStep(path)}`,
  );
}

function addNeedsOwnCode(problems: ProblemList, name: string, path: string): void {
  problems.add(
    "info",
    "needs-own-code",
    `${path} needs ${name}, which is the company's own code; the edge is left out.`,
    `/packages${pointerStep(path)}`,
  );
}
