import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { environment } from "../repository/env.ts";

export interface CorpusFile {
  /** Relative to the corpus, without .gz. */
  readonly path: string;
  readonly text: string;
}

/** The largest real files whose path matches, unpacked; none where HEADWATER_CORPUS names no corpus. */
export function largestFiles(matching: RegExp, count: number): readonly CorpusFile[] {
  const corpus = environment.corpus;
  if (corpus === null) return [];
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => matching.test(path))
    .map((path) => ({ path: path.replace(/\.gz$/, ""), text: corpusText(path) ?? "" }))
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, count);
}

/** Text of one file of the corpus, plain or gzipped; null where it is not there. */
export function corpusText(path: string): string | null {
  if (environment.corpus === null) return null;
  try {
    const bytes = readFileSync(join(environment.corpus, path));
    return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch {
    return null;
  }
}
