import type { InventoryRoot, ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { assemble } from "../../lockfile/assemble.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { graphOf } from "./graph.ts";
import { manifestsOf } from "./manifest.ts";
import { lockOf, readToml } from "./read.ts";
import type { CargoLock, Manifest } from "./schema.ts";

/** Reads Cargo.lock of versions 1 to 4, and for what is declared how, the Cargo.toml files beside it. */
export function parse(file: InventoryFile): ParseResult {
  const read = readToml(file.text);
  if (read.kind === "refused") return read;
  const { table } = read;
  if (table["package"] === undefined && table["version"] === undefined && table["root"] === undefined) {
    return refuse(
      "not-an-inventory",
      "The file has neither packages nor a version, so it is no Cargo.lock.",
      null,
    );
  }
  const problems = collectProblems();
  const lock = lockOf(table, problems);
  if (lock === null) {
    return refuse(
      "unsupported-version",
      "The file states a version that is not known; 1 to 4 can be read.",
      "version",
    );
  }
  const manifests = manifestsOf(file.beside, problems);
  const { root, members } = ownCode(lock, manifests);
  return {
    kind: "inventory",
    inventory: {
      format: "cargo-lock",
      formatVersion: lock.version,
      root,
      members,
      ...assemble(graphOf(lock, manifests, problems)),
      shape: "graph",
      problems: problems.list(),
    },
  };
}

/** The root is the package of the Cargo.toml beside the lockfile, or the only own package; every other one is a member, with a purl where its manifest says that a registry may hold it. */
function ownCode(
  lock: CargoLock,
  manifests: readonly Manifest[],
): { root: InventoryRoot; members: readonly InventoryRoot[] } {
  const own = lock.packages.filter(({ source }) => source === null);
  const rootName = manifests.find(({ path }) => path === "Cargo.toml")?.name ?? null;
  const root = own.length === 1 ? own[0] : own.find(({ name }) => name === rootName);
  const published = new Set(
    manifests.flatMap(({ name, publishable }) => (publishable && name !== null ? [name] : [])),
  );
  const members = own.filter((locked) => locked !== root);
  return {
    root: root === undefined ? { ref: "", name: null, version: null, purl: null } : rootOf(root),
    members: members.map((locked) => ({
      ...rootOf(locked),
      ...(published.has(locked.name) ? {} : { purl: null }),
    })),
  };
}

function rootOf({ name, version }: { readonly name: string; readonly version: string }): InventoryRoot {
  return { ref: `${name} ${version}`, name, version, purl: lockedPurl("cargo", name, version, null) };
}
