import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Which Headwater this is: what a report of a fault, and whoever watches a server, needs to name. */
export interface Release {
  readonly version: string;
  /** Of the checkout that it runs from; null where it came without its history. */
  readonly commit: string | null;
}

/** Reads it from the folder of the product, above the running file, be that a source or a bundle. */
export function release(above = dirname(fileURLToPath(import.meta.url))): Release {
  for (let folder = above; ; folder = dirname(folder)) {
    const version = versionIn(join(folder, "package.json"));
    if (version !== null) return { version, commit: commitIn(join(folder, ".git")) };
    if (folder === dirname(folder)) return { version: "unknown", commit: null };
  }
}

/** The packages of the product have manifests too; only the product's own bears its plain name. */
function versionIn(manifest: string): string | null {
  if (!existsSync(manifest)) return null;
  const read: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  const isProduct = typeof read === "object" && read !== null && "name" in read && read.name === "headwater";
  return isProduct && "version" in read ? String(read.version) : null;
}

/** gitrepository-layout(5): HEAD is a commit or names a ref, which stands in a file of its own or among the packed. */
function commitIn(history: string): string | null {
  const head = textOf(join(history, "HEAD"));
  const [, ref] = /^ref: (\S+)$/.exec(head) ?? [];
  if (ref === undefined) return commitAt(head);
  const packed = textOf(join(history, "packed-refs")).split("\n");
  return commitAt(
    textOf(join(history, ref)) || (packed.find((line) => line.endsWith(` ${ref}`)) ?? "").split(" ")[0],
  );
}

function commitAt(text = ""): string | null {
  return /^[0-9a-f]{40,64}$/.test(text) ? text : null;
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
}
