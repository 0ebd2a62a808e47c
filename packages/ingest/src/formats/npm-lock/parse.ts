import type { Inventory, InventoryRoot, ParseResult, Scope } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { assemble } from "../../lockfile/assemble.ts";
import type { DraftComponent } from "../../lockfile/draft.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import { npmMember } from "../../lockfile/npm-member.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import { declareWhatNobodyNeeds } from "../../lockfile/undeclared.ts";
import type { ProblemList } from "../../problems.ts";
import { connect, declareOwn } from "./edges.ts";
import { readLock } from "./read.ts";
import type { Lock } from "./read.ts";
import { resolverOf } from "./resolution.ts";
import type { Install, InstallTree, PackageEntry } from "./schema.ts";
import { foreignSource } from "./source.ts";

/** Reads package-lock.json and npm-shrinkwrap.json of lockfileVersion 1, 2 and 3, as arborist's `loadVirtual` does. */
export function parse(file: InventoryFile): ParseResult {
  const read = readLock(file);
  if (read.kind === "refused") return read;
  return { kind: "inventory", inventory: inventoryOf(read.lock, file.beside) };
}

function inventoryOf(lock: Lock, beside: ReadonlyMap<string, string>): Inventory {
  const { tree, problems } = lock;
  const nodes = tree.components.map((install) => componentOf(install, problems));
  const edges: number[] = [];
  const declared: (Scope | null)[] = Array.from({ length: nodes.length }, () => null);
  const resolver = resolverOf(tree);
  const declarations = declareOwn(tree, resolver, edges, declared, problems);
  connect(tree, resolver, edges, problems);
  if (declarations === 0 && nodes.length > 0) {
    problems.add(
      "info",
      "direct-unstated",
      "The file does not say which packages are direct: those that no other package needs are taken as direct.",
      null,
    );
    declareWhatNobodyNeeds(nodes, edges, declared);
  }
  return {
    format: "npm-lock",
    formatVersion: String(lock.lockfileVersion),
    root: rootOf(lock),
    members: membersOf(tree, beside, problems),
    ...assemble({ nodes, edges, declared }),
    shape: "graph",
    problems: problems.list(),
  };
}

function componentOf({ path, folder, entry }: Install, problems: ProblemList): DraftComponent {
  const { version } = entry;
  const source = foreignSource(entry.resolved);
  if (source?.credentialsRemoved === true) {
    problems.add(
      "warning",
      "credentials-removed",
      `The address of ${folder} holds credentials; they are not kept.`,
      `/packages${pointerStep(path)}/resolved`,
    );
  }
  const name = entry.name ?? folder;
  return {
    ref: path,
    purl: lockedPurl("npm", name, version, source === null ? null : source.qualifiers),
    name,
    version,
    statedScope: statedScope(entry),
    optionalOnly: false,
    repository: source === null ? null : source.repository,
    licenses: entry.licenses,
    funding: entry.funding,
  };
}

/** `dev`: only the development tree needs it; `devOptional`: the development tree and optional dependencies do. */
function statedScope(entry: PackageEntry): Scope {
  if (entry.dev) return "dev";
  if (entry.optional || entry.devOptional) return "optional";
  return "runtime";
}

function rootOf({ name: lockName, version: lockVersion, tree }: Lock): InventoryRoot {
  const name = lockName ?? tree.root?.entry.name ?? null;
  const version = lockVersion ?? tree.root?.entry.version ?? null;
  return { ref: "", name, version, purl: name === null ? null : lockedPurl("npm", name, version, null) };
}

/** A member that does not state its name bears that of the link which leads to it, as npm itself writes it. */
function membersOf(
  { members, links }: InstallTree,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): readonly InventoryRoot[] {
  const linkNames = new Map(links.map(({ entry, folder }) => [entry.resolved, folder]));
  return members.map(({ path, entry }) => {
    const name = entry.name ?? linkNames.get(path) ?? null;
    return npmMember({ ref: path, name, version: entry.version }, beside, problems);
  });
}
