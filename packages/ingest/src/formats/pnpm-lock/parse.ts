import type { Inventory, InventoryRoot, ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { asString, isObject, parseJson } from "../../json/index.ts";
import { assemble } from "../../lockfile/assemble.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import type { ProblemList } from "../../problems.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import type { PathStyle } from "./dependency-path.ts";
import { graphOf } from "./graph.ts";
import { membersOf } from "./members.ts";
import { readLock } from "./read.ts";
import type { Lock } from "./schema.ts";

/** Reads pnpm-lock.yaml of lockfileVersion 5.0 to 5.4, 6.0, 6.1 and 9.0: all importers, all variants by peers. */
export function parse(file: InventoryFile): ParseResult {
  const read = readLock(file.text);
  if (read.kind === "refused") return read;
  const { lock, leftOutDocuments } = read;
  const style = lock.version === null ? undefined : styleOf(lock.version);
  if (lock.version === null || style === undefined) return unsupported(lock);
  if (style === "at" && lock.snapshots === null && lock.packages.size > 0) {
    return refuse(
      "incomplete",
      "The file has packages but no snapshots; it is cut off. Send it whole.",
      null,
    );
  }
  const problems = collectProblems();
  if (leftOutDocuments > 0) {
    problems.add(
      "info",
      "environment-left-out",
      "The leading document, in which pnpm locks itself and its configuration, was left out.",
      "line 1",
    );
  }
  return { kind: "inventory", inventory: inventoryOf(lock, lock.version, style, file.beside, problems) };
}

function styleOf(version: string): PathStyle | undefined {
  if (/^5\.[0-4](?:-inlineSpecifiers)?$/.test(version)) return "slash";
  if (version === "6.0" || version === "6.1") return "slash-at";
  return version === "9.0" ? "at" : undefined;
}

function unsupported(lock: Lock): ParseResult {
  if (lock.version === null && lock.shrinkwrapVersion === null) {
    return refuse(
      "not-an-inventory",
      "The file states no lockfileVersion, so it is no pnpm-lock.yaml.",
      null,
    );
  }
  const stated =
    lock.version === null
      ? `shrinkwrapVersion ${lock.shrinkwrapVersion ?? ""}`
      : `lockfileVersion ${lock.version}`;
  return refuse(
    "unsupported-version",
    `The file is of ${stated}; 5.0 to 5.4, 6.0, 6.1 and 9.0 can be read. Write it again with a current pnpm.`,
    "lockfileVersion",
  );
}

function inventoryOf(
  lock: Lock,
  version: string,
  style: PathStyle,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): Inventory {
  const draft = graphOf(lock, style, problems);
  return {
    format: "pnpm-lock",
    formatVersion: version,
    root: rootOf(beside, problems),
    members: [...membersOf(lock, beside, problems), ...draft.ownFolders],
    ...assemble(draft),
    shape: "graph",
    problems: problems.list(),
  };
}

/** The lockfile does not name the project; the manifest beside it does. */
function rootOf(beside: ReadonlyMap<string, string>, problems: ProblemList): InventoryRoot {
  const text = beside.get("package.json");
  const read = text === undefined ? null : parseJson(text);
  if (read?.kind === "refused")
    problems.add("warning", "manifest-unreadable", read.refusal.message, "package.json");
  const manifest = read?.kind === "parsed" && isObject(read.value) ? read.value : null;
  const name = asString(manifest?.["name"]);
  const version = asString(manifest?.["version"]);
  return { ref: ".", name, version, purl: name === null ? null : lockedPurl("npm", name, version, null) };
}
