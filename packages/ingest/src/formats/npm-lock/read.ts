import type { ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import type { JsonObject } from "../../json/index.ts";
import { asString, isObject, parseJson } from "../../json/index.ts";
import type { ProblemList } from "../../problems.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { entryOf } from "./entry.ts";
import { treeOfNested } from "./nested.ts";
import { treeOfPackages } from "./packages.ts";
import { scanLock } from "./scan.ts";
import type { InstallTree, OwnFolder } from "./schema.ts";

export interface Lock {
  readonly lockfileVersion: 1 | 2 | 3;
  /** Name and version of the project, where the file itself states them. */
  readonly name: string | null;
  readonly version: string | null;
  readonly tree: InstallTree;
  /** What was met until here; those who go on add to it. */
  readonly problems: ProblemList;
}

export type LockRead =
  | { readonly kind: "lock"; readonly lock: Lock }
  | Extract<ParseResult, { kind: "refused" }>;

/** The lock in the file: scanned where it can be, else parsed as a whole. */
export function readLock(file: InventoryFile): LockRead {
  const scanned = scanLock(file.text);
  return scanned === null ? readLockSlowly(file) : { kind: "lock", lock: scanned };
}

/** The lock as the general JSON reader sees it; for what the scanner leaves to it, and to compare the two. */
export function readLockSlowly(file: InventoryFile): LockRead {
  const read = parseJson(file.text);
  if (read.kind === "refused") return read;
  const lock = read.value;
  if (!isObject(lock))
    return refuse("not-an-inventory", "A package-lock.json is a JSON object; this is not.", null);
  const problems = collectProblems();
  if (read.replacedCharacters > 0)
    problems.add(
      "warning",
      "characters-replaced",
      `${read.replacedCharacters} characters that cannot be stored became U+FFFD.`,
      null,
    );
  const lockfileVersion = versionOf(lock, problems);
  if (lockfileVersion === null) {
    const stated = JSON.stringify(lock["lockfileVersion"] ?? null);
    return refuse(
      "unsupported-version",
      `lockfileVersion is ${stated}; 1, 2 and 3 can be read. Write the file again with a current npm.`,
      "/lockfileVersion",
    );
  }
  const tree = treeOf(lock, lockfileVersion, file.beside, problems);
  const [name, version] = [asString(lock["name"]), asString(lock["version"])];
  return { kind: "lock", lock: { lockfileVersion, name, version, tree, problems } };
}

/** A file without version but with dependencies is what npm wrote before version 5: arborist reads it as version 1. */
function versionOf(lock: JsonObject, problems: ProblemList): 1 | 2 | 3 | null {
  const version = lock["lockfileVersion"];
  if (version === 1 || version === 2 || version === 3) return version;
  if (version !== undefined || !isObject(lock["dependencies"])) return null;
  problems.add(
    "info",
    "no-lockfile-version",
    "The file states no lockfileVersion and is read as version 1.",
    "/lockfileVersion",
  );
  return 1;
}

function treeOf(
  lock: JsonObject,
  version: 1 | 2 | 3,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): InstallTree {
  const packages = lock["packages"];
  if (version >= 2 && isObject(packages)) return treeOfPackages(packages, problems);
  const dependencies = lock["dependencies"];
  if (!isObject(dependencies) && version >= 2)
    problems.add("warning", "no-packages", "The file has neither packages nor dependencies.", null);
  return treeOfNested(isObject(dependencies) ? dependencies : {}, manifestBeside(beside, problems), problems);
}

function manifestBeside(beside: ReadonlyMap<string, string>, problems: ProblemList): OwnFolder | null {
  const text = beside.get("package.json");
  if (text === undefined) return null;
  const read = parseJson(text);
  if (read.kind === "parsed" && isObject(read.value)) return { path: "", entry: entryOf(read.value) };
  problems.add(
    "warning",
    "manifest-unreadable",
    "The package.json beside the file cannot be read, and is left out.",
    null,
  );
  return null;
}
