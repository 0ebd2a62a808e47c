import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { corpusFolder } from "./env.ts";

export { corpusFolder };

if (corpusFolder === null)
  process.stderr.write("HEADWATER_CORPUS is unset: agreement with other readers is not compared.\n");

/** A file of the corpus, unpacked; a `.gz` beside the name counts as the file. Throws where the corpus lacks it. */
export function corpusBytes(path: string): Uint8Array {
  const file = join(corpusFolder ?? "", path);
  return new Uint8Array(existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`)));
}

export function corpusJson(path: string): unknown {
  return JSON.parse(new TextDecoder().decode(corpusBytes(path)));
}
