import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One file of the tree. `text` is null for what is no text or too large to be read here. */
export interface TreeFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly text: string | null;
}

/** What the rules look at: every file that git tracks or would add. */
export interface Tree {
  readonly files: readonly TreeFile[];
  /** Every file and every folder that holds one. */
  readonly has: (path: string) => boolean;
}

/** Something that tidy wants changed. `line` is null where the whole file is meant. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
}

export type TidyRule = (tree: Tree) => readonly Finding[];

const LARGEST_TEXT_BYTES = 1_500_000;
const textEndings =
  /\.(ts|tsx|mjs|js|json|md|css|html|ya?ml|toml|sh|sql|txt|svg)$|(^|\/)[^./]+$|(^|\/)\.[^/]+$/;

export function readTree(root: string): Tree {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const files: TreeFile[] = [];
  for (const path of new Set(listed.split("\0").filter((line) => line !== ""))) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const readable = textEndings.test(path) && stat.size <= LARGEST_TEXT_BYTES;
    files.push({ path, bytes: stat.size, text: readable ? readFileSync(join(root, path), "utf8") : null });
  }
  return treeOf(files);
}

export function treeOf(files: readonly TreeFile[]): Tree {
  const paths = new Set<string>();
  for (const { path } of files) {
    const parts = path.split("/");
    for (let length = 1; length <= parts.length; length++) paths.add(parts.slice(0, length).join("/"));
  }
  return { files, has: (path) => paths.has(path.replace(/\/$/, "")) };
}

/** Sources that people write: no fixtures, no templates, no generated SQL, no build output. */
export function isSource(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !/(^|\/)(fixtures|templates|migrations|dist)\//.test(path);
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)testing\//.test(path);
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
