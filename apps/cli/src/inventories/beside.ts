import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isSkippedFolder } from "./rules.ts";

/** What is read beside one inventory at most: a workspace has hundreds of manifests, a mistaken folder a million files. */
const mostFiles = 1_000;
const mostBytes = 32_000_000;
const mostBytesOfOne = 16_000_000;
const mostEntries = 100_000;

/** Texts of the files beside an inventory that its format asks for: path relative to the folder, with `/` → text. */
export async function readBeside(folder: string, globs: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const budget = { bytes: mostBytes, entries: mostEntries };
  const deep = new Set(globs.filter((glob) => glob.startsWith("**/")).map((glob) => glob.slice(3)));
  const paths = [
    ...globs.filter((glob) => !glob.includes("*")),
    ...(deep.size === 0 ? [] : await filesNamed(folder, deep, budget)),
  ];
  for (const path of new Set(paths)) {
    if (found.size >= mostFiles) break;
    const text = await readInside(folder, path, Math.min(mostBytesOfOne, budget.bytes));
    if (text === null) continue;
    budget.bytes -= text.length;
    found.set(path, text);
  }
  return found;
}

/** A file's text; null where there is none, where it is too large or no UTF-8, or where a link leads out of the folder. */
export async function readInside(
  folder: string,
  path: string,
  mostBytes = 1_000_000,
): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    const { size } = await stat(file);
    if (size > mostBytes) return null;
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch {
    // Nothing lies there, or nothing that can be read: evidence is taken where it is, and missing is no fault.
    return null;
  }
}

/** Breadth first and by name, so that the same folder gives the same files wherever the bounds cut. */
async function filesNamed(
  root: string,
  names: ReadonlySet<string>,
  budget: { entries: number },
): Promise<string[]> {
  const found: string[] = [];
  const folders = [""];
  for (let next = 0; next < folders.length && found.length < mostFiles; next += 1) {
    const folder = folders[next] ?? "";
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    budget.entries -= entries.length;
    if (budget.entries < 0) break;
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile() && names.has(entry.name)) found.push(path);
      else if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(path);
    }
  }
  return found;
}
