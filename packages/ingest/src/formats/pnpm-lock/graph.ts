import type { InventoryRoot, Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import type { Draft, DraftComponent } from "../../lockfile/draft.ts";
import { NOTHING_STATED } from "../../lockfile/draft.ts";
import { declare } from "../../lockfile/scopes.ts";
import type { ProblemList } from "../../problems.ts";
import type { PathStyle } from "./dependency-path.ts";
import { pathOfReference, readPath, withoutSuffix } from "./dependency-path.ts";
import { identityOf } from "./identity.ts";
import type { DependencyKind, Lock, LockEntry, References } from "./schema.ts";

export interface LockDraft extends Draft {
  /** `file:` folders: own code that is copied in instead of being linked. */
  readonly ownFolders: readonly InventoryRoot[];
}

const OWN_CODE = -1;
const LEFT_OUT = -2;

const SCOPE_OF_KIND: readonly (readonly [DependencyKind, Scope])[] = [
  ["dependencies", "runtime"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
];

interface Nodes {
  readonly list: DraftComponent[];
  /** Ordinal of the entry → index in `list`, or one of the two above. */
  readonly nodeOf: Int32Array;
  readonly ownFolders: readonly { readonly entry: LockEntry; readonly scope: Scope }[];
}

/** Components and edges of all importers. */
export function graphOf(lock: Lock, style: PathStyle, problems: ProblemList): LockDraft {
  const entries = lock.snapshots ?? lock.packages;
  const nodes = nodesOf(entries, lock, style, problems);
  const edges: number[] = [];
  const declared: (Scope | null)[] = Array.from({ length: nodes.list.length }, () => null);
  const declareAll = (references: References | null, scope: Scope, who: string, line: number): void => {
    for (const [name, reference] of references ?? []) {
      const target = targetOf(name, reference, entries, nodes.nodeOf, style);
      if (target === LEFT_OUT) addMissing(problems, who, name, reference, line);
      else if (target !== OWN_CODE) {
        edges.push(ROOT_INDEX, target);
        declare(declared, target, scope);
      }
    }
  };
  for (const { path, line, references } of lock.importers) {
    for (const [kind, scope] of SCOPE_OF_KIND)
      declareAll(references[kind], scope, `The importer ${path}`, line);
  }
  for (const { entry, scope } of nodes.ownFolders) {
    declareAll(entry.dependencies, scope, entry.key, entry.line);
    declareAll(entry.optionalDependencies, scope === "dev" ? "dev" : "optional", entry.key, entry.line);
  }
  connect(entries, nodes.nodeOf, style, edges, problems);
  return {
    nodes: nodes.list,
    edges,
    declared,
    ownFolders: nodes.ownFolders.map(({ entry }) => ownRoot(entry, style)),
  };
}

function ownRoot(entry: LockEntry, style: PathStyle): InventoryRoot {
  return {
    ref: entry.key,
    name: entry.name ?? readPath(entry.key, style).name ?? entry.key,
    version: entry.version,
    purl: null,
  };
}

function nodesOf(
  entries: ReadonlyMap<string, LockEntry>,
  lock: Lock,
  style: PathStyle,
  problems: ProblemList,
): Nodes {
  const list: DraftComponent[] = [];
  const nodeOf = new Int32Array(entries.size).fill(LEFT_OUT);
  const ownFolders: { entry: LockEntry; scope: Scope }[] = [];
  for (const [key, entry] of entries) {
    const shared = lock.snapshots === null ? entry : (lock.packages.get(withoutSuffix(key)) ?? entry);
    if (isOwnFolder(key, shared, style)) {
      nodeOf[entry.ordinal] = OWN_CODE;
      ownFolders.push({ entry, scope: entry.dev === "true" ? "dev" : "runtime" });
      continue;
    }
    const identity = identityOf(key, shared, style, problems);
    if (identity === null) continue;
    nodeOf[entry.ordinal] = list.length;
    list.push({
      ref: key,
      purl: identity.purl,
      name: identity.name,
      version: identity.version,
      repository: identity.repository,
      statedScope: statedScope(entry),
      optionalOnly: entry.optional === "true",
      licenses: NOTHING_STATED,
      funding: NOTHING_STATED,
    });
  }
  return { list, nodeOf, ownFolders };
}

function isOwnFolder(key: string, shared: LockEntry, style: PathStyle): boolean {
  if (shared.directory !== null) return true;
  const at = style === "at" ? key.indexOf("@", 1) + 1 : 0;
  return key.startsWith("file:", at) && shared.tarball === null && !/\.(?:tgz|tar|tar\.gz)(?:\(|$)/.test(key);
}

/** Up to version 6 each entry says whether it is for development only; from 9 on this follows from reach. */
function statedScope(entry: LockEntry): Scope | null {
  if (entry.dev === "true") return "dev";
  if (entry.dev === null) return null;
  return entry.optional === "true" ? "optional" : "runtime";
}

function connect(
  entries: ReadonlyMap<string, LockEntry>,
  nodeOf: Int32Array,
  style: PathStyle,
  edges: number[],
  problems: ProblemList,
): void {
  for (const entry of entries.values()) {
    const from = nodeOf[entry.ordinal] ?? LEFT_OUT;
    if (from < 0) continue;
    for (const references of [entry.dependencies, entry.optionalDependencies]) {
      if (references === null) continue;
      for (const [name, reference] of references) {
        const target = targetOf(name, reference, entries, nodeOf, style);
        if (target === LEFT_OUT) addMissing(problems, entry.key, name, reference, entry.line);
        else if (target === OWN_CODE) addNeedsOwnCode(problems, entry.key, name, entry.line);
        else edges.push(from, target);
      }
    }
  }
}

function targetOf(
  name: string,
  reference: string,
  entries: ReadonlyMap<string, LockEntry>,
  nodeOf: Int32Array,
  style: PathStyle,
): number {
  const path = pathOfReference(reference, name, style);
  if (path === null) return OWN_CODE;
  const entry = entries.get(path);
  return entry === undefined ? LEFT_OUT : (nodeOf[entry.ordinal] ?? LEFT_OUT);
}

function addMissing(problems: ProblemList, who: string, name: string, reference: string, line: number): void {
  problems.add(
    "warning",
    "missing-dependency",
    `${who} needs ${name} as ${reference}, of which the file holds no entry; the edge is left out.`,
    `line ${line}`,
  );
}

function addNeedsOwnCode(problems: ProblemList, who: string, name: string, line: number): void {
  problems.add(
    "info",
    "needs-own-code",
    `${who} needs ${name}, which is the company's own code; the edge is left out.`,
    `line ${line}`,
  );
}
