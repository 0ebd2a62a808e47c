import type { InventoryRoot } from "@headwater/domain/usage";
import { asString, isObject, parseJson } from "../json/index.ts";
import type { JsonObject } from "../json/index.ts";
import type { ProblemList } from "../problems.ts";
import { lockedPurl } from "./purl.ts";

/** What a lockfile tells of a folder of the workspace. */
interface LockedMember {
  /** Path of the folder. */
  readonly ref: string;
  readonly name: string | null;
  readonly version: string | null;
}

/** Path of a member's manifest. */
export function npmManifestPath({ ref }: Pick<InventoryRoot, "ref">): string {
  return `${ref}/package.json`;
}

/**
 * A member of an npm, pnpm or yarn workspace, with what its manifest adds where that lies beside the lockfile. It has a
 * purl where a registry can know it under that name: with a scope, or with a manifest that is not private.
 */
export function npmMember(
  { ref, name: lockedName, version: lockedVersion }: LockedMember,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): InventoryRoot {
  const manifest = manifestAt(npmManifestPath({ ref }), beside, problems);
  const name = asString(manifest?.["name"]) ?? lockedName;
  const version = asString(manifest?.["version"]) ?? lockedVersion;
  const isNamedApart = name?.startsWith("@") === true || (manifest !== null && manifest["private"] !== true);
  return {
    ref,
    name: name ?? ref,
    version,
    purl: name !== null && isNamedApart ? lockedPurl("npm", name, version, null) : null,
  };
}

function manifestAt(
  path: string,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): JsonObject | null {
  const text = beside.get(path);
  if (text === undefined) return null;
  const read = parseJson(text);
  if (read.kind === "parsed" && isObject(read.value)) return read.value;
  problems.add("warning", "manifest-unreadable", `The manifest cannot be read, and is left out.`, path);
  return null;
}
