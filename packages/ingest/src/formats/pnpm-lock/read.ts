import type { ParseResult } from "@headwater/domain/usage";
import { refuse } from "../../refuse.ts";
import { DuplicateKey, LockBuilder } from "./builder.ts";
import { readLines } from "./reader-lines.ts";
import { readYaml } from "./reader-yaml.ts";
import type { Lock } from "./schema.ts";

export type LockRead =
  | { readonly kind: "lock"; readonly lock: Lock; readonly leftOutDocuments: number }
  | Extract<ParseResult, { kind: "refused" }>;

/**
 * The lock in the text. From version 11 on pnpm may write two documents, the first of which locks pnpm itself; like
 * pnpm's own reader this takes the last one.
 */
export function readLock(text: string): LockRead {
  return refusingDuplicates(() => readFast(text) ?? readSlow(text));
}

/** The lock as the general YAML reader sees it; for files outside of what pnpm writes, and to compare the two. */
export function readLockSlowly(text: string): LockRead {
  return refusingDuplicates(() => readSlow(text));
}

/** Null where the text is not of the kind that pnpm writes. */
function readFast(text: string): LockRead | null {
  const { start, line, documents } = lastDocument(text);
  const builder = new LockBuilder();
  if (!readLines(text, start, text.length, line, builder)) return null;
  const lock = builder.finish();
  // Nothing at all may be a comment, an empty file or text: the general reader tells them apart.
  return lock.sections === 0 ? null : { kind: "lock", lock, leftOutDocuments: documents - 1 };
}

function lastDocument(text: string): { start: number; line: number; documents: number } {
  const begins = text.startsWith("---\n") ? 4 : 0;
  const next = lastSeparator(text);
  if (next === -1) return { start: begins, line: begins === 0 ? 1 : 2, documents: 1 };
  let line = 3;
  let documents = 1;
  for (let at = text.indexOf("\n"); at < next && at !== -1; at = text.indexOf("\n", at + 1)) {
    line++;
    if (text.startsWith("\n---\n", at)) documents++;
  }
  return { start: next + 5, line, documents: documents + 1 };
}

/** Offset of the last line that is `---` alone, or -1. Searching forwards from line to line is faster than backwards. */
function lastSeparator(text: string): number {
  let last = -1;
  for (let at = text.indexOf("\n---\n"); at !== -1; at = text.indexOf("\n---\n", at + 1)) last = at;
  return last;
}

function readSlow(text: string): LockRead {
  const builder = new LockBuilder();
  const read = readYaml(text, builder);
  if (read.kind === "refused") return refuse(read.code, read.message, read.where);
  return { kind: "lock", lock: builder.finish(), leftOutDocuments: read.documents - 1 };
}

function refusingDuplicates(read: () => LockRead): LockRead {
  try {
    return read();
  } catch (error) {
    if (error instanceof DuplicateKey)
      return refuse(
        "duplicate-key",
        `${error.message}; the file was probably merged by hand. Write it again with pnpm.`,
        `line ${error.line}`,
      );
    throw error;
  }
}
