import type { Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import type { JsonObject } from "../../json/index.ts";
import { isObject } from "../../json/index.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import { declare } from "../../lockfile/scopes.ts";
import type { ProblemList } from "../../problems.ts";
import type { Resolve } from "./resolution.ts";
import type { Install, InstallTree } from "./schema.ts";
import { OWN_CODE } from "./schema.ts";

/** Adds the edges of own code, with the scope in which each manifest declares the package. Returns how many dependencies are declared. */
export function declareOwn(
  tree: InstallTree,
  resolve: Resolve,
  edges: number[],
  declared: (Scope | null)[],
  problems: ProblemList,
): number {
  let declarations = 0;
  for (const own of tree.root === null ? tree.members : [tree.root, ...tree.members]) {
    for (const [name, { scope, mayBeMissing }] of declarationsOf(own.entry)) {
      declarations++;
      const install = resolve(name, own.path);
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
function declarationsOf(entry: JsonObject): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  const optionalPeers = entry["peerDependenciesMeta"];
  for (const name of namesIn(entry["peerDependencies"])) {
    const optional = isOptionalPeer(optionalPeers, name);
    declarations.set(name, { scope: optional ? "optional" : "runtime", mayBeMissing: optional });
  }
  for (const name of namesIn(entry["dependencies"]))
    declarations.set(name, { scope: "runtime", mayBeMissing: false });
  for (const name of namesIn(entry["optionalDependencies"]))
    declarations.set(name, { scope: "optional", mayBeMissing: true });
  for (const name of namesIn(entry["devDependencies"]))
    declarations.set(name, { scope: "dev", mayBeMissing: false });
  return declarations;
}

function namesIn(dependencies: unknown): readonly string[] {
  return isObject(dependencies) ? Object.keys(dependencies) : [];
}

/** Adds the edges among components: dependencies, optional ones and peers, wherever they resolve. */
export function connect(tree: InstallTree, resolve: Resolve, edges: number[], problems: ProblemList): void {
  for (const from of tree.components) {
    const { dependencies, optionalDependencies, peerDependencies } = from.entry;
    if (dependencies !== undefined) link(from, dependencies, NONE_MAY_MISS, resolve, edges, problems);
    if (optionalDependencies !== undefined)
      link(from, optionalDependencies, ALL_MAY_MISS, resolve, edges, problems);
    if (peerDependencies !== undefined)
      link(from, peerDependencies, from.entry["peerDependenciesMeta"], resolve, edges, problems);
  }
}

const NONE_MAY_MISS = null;
const ALL_MAY_MISS = "all";

/** `mayMiss`: one of the two above, or the peerDependenciesMeta that names the optional ones. */
function link(
  from: Install,
  names: unknown,
  mayMiss: unknown,
  resolve: Resolve,
  edges: number[],
  problems: ProblemList,
): void {
  if (!isObject(names)) return;
  // Keys only: the ranges say what was asked for, the tree says what was installed.
  for (const name in names) {
    const install = resolve(name, from.path);
    if (install === undefined) {
      if (mayMiss !== ALL_MAY_MISS && !isOptionalPeer(mayMiss, name)) addMissing(problems, name, from.path);
    } else if (install.target === OWN_CODE) addNeedsOwnCode(problems, name, from.path);
    else edges.push(from.target, install.target);
  }
}

function isOptionalPeer(meta: unknown, name: string): boolean {
  if (!isObject(meta) || !Object.hasOwn(meta, name)) return false;
  const one = meta[name];
  return isObject(one) && one["optional"] === true;
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
