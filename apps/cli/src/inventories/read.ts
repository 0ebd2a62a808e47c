import type { Inventory, Refusal } from "@headwater/domain/usage";
import { besideOf, formatOfFileName, memberManifests, parseInventory } from "@headwater/ingest";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { readBeside } from "./beside.ts";

interface ReadInventory {
  readonly kind: "inventory";
  readonly inventory: Inventory;
  readonly bytes: Uint8Array;
  /** What lay beside the file and was read with it: path relative to its folder → text. */
  readonly beside: ReadonlyMap<string, string>;
}

export type ReadOutcome = ReadInventory | { readonly kind: "refused"; readonly refusal: Refusal };

export interface ReadOptions {
  /** Name of a format; null leaves it to the content and the name. */
  readonly format: string | null;
  /** Texts to read with the file besides those that lie there, such as the output of `go mod graph`. */
  readonly more?: ReadonlyMap<string, string>;
}

const mostBytes = 200_000_000;

/** Reads one inventory from disk with what lies beside it. What cannot be read is refused with a code, never thrown. */
export async function readInventory(file: string, { format, more }: ReadOptions): Promise<ReadOutcome> {
  const held = await bytesOf(file);
  if (held.kind === "refused") return held;
  const { bytes } = held;
  const byName = format ?? formatOfFileName(basename(file).replace(/\.gz$/i, ""))?.name ?? null;
  const folder = dirname(file);
  const parse = async (globs: readonly string[]) => {
    const beside = new Map([...(await readBeside(folder, globs)), ...(more ?? [])]);
    return {
      globs,
      beside,
      result: parseInventory({ path: basename(file), bytes, beside, ...(format === null ? {} : { format }) }),
    };
  };
  let read = await parse(byName === null ? [] : besideOf(byName));
  if (read.result.kind === "inventory") {
    // The content may show another format than the name promised, and names members of the workspace: then more files beside it speak.
    const wanted = [...besideOf(read.result.inventory.format), ...memberManifests(read.result.inventory)];
    if (wanted.some((glob) => !read.globs.includes(glob))) read = await parse(wanted);
  }
  const { result, beside } = read;
  return result.kind === "refused" ? result : { ...result, bytes, beside };
}

/** The same for bytes that come from a pipe: nothing lies beside them. */
export function readPiped(bytes: Uint8Array, format: string | null): ReadOutcome {
  const result = parseInventory({ path: "", bytes, ...(format === null ? {} : { format }) });
  return result.kind === "refused" ? result : { ...result, bytes, beside: new Map() };
}

async function bytesOf(
  file: string,
): Promise<
  { readonly kind: "bytes"; readonly bytes: Uint8Array } | Extract<ReadOutcome, { kind: "refused" }>
> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) return refused("is-a-folder", "This is a folder; scan reads folders.");
    if (!about.isFile()) return refused("no-file", "This is no ordinary file.");
    if (about.size > mostBytes) return refused("too-large", `The file is larger than ${mostBytes} bytes.`);
    return { kind: "bytes", bytes: await readFile(file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return refused("no-file", "There is no such file.");
    return refused("unreadable-file", `The file cannot be read (${String(code)}).`);
  }
}

function refused(code: string, message: string): Extract<ReadOutcome, { kind: "refused" }> {
  return { kind: "refused", refusal: { code, message, where: null } };
}
