import { posix } from "node:path";
import { lineAt } from "../repository.ts";
import type { Finding, Tree, TreeFile } from "../repository.ts";
import { parse } from "../syntax.ts";

const citedPath = /`((?:apps|packages|infra|docs|scripts|\.ci)\/[\w./@-]+)`/g;
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g;
const fence = /^```(tsx?)\b[^\n]*\n([\s\S]*?)^```/gm;

/** A document that cites a path that is gone, or shows code that does not parse, misleads its reader. */
export function documents(tree: Tree): readonly Finding[] {
  return tree.files
    .filter((file) => file.path.endsWith(".md") && !file.path.includes("/fixtures/"))
    .flatMap((file) => [...lostPaths(tree, file), ...brokenFences(file)]);
}

function lostPaths(tree: Tree, file: TreeFile): readonly Finding[] {
  const text = file.text ?? "";
  const cited = [...text.matchAll(citedPath)].map((match) => ({ match, target: match[1] ?? "" }));
  const linked = [...text.matchAll(link)].map((match) => ({
    match,
    target: posix.normalize(posix.join(posix.dirname(file.path), match[1] ?? "")),
  }));
  return [...cited, ...linked]
    .filter(({ target }) => target !== "." && !tree.has(target) && !tree.has(target.replace(/\.$/, "")))
    .map(({ match, target }) => finding(file.path, lineAt(text, match.index), `${target} does not exist`));
}

function brokenFences(file: TreeFile): readonly Finding[] {
  const text = file.text ?? "";
  return [...text.matchAll(fence)].flatMap((match) => {
    const parsing = parse(match[2] ?? "", match[1] === "tsx" ? "tsx" : "ts");
    if (parsing.kind === "parsed") return [];
    const reason = parsing.message.split("\n").find((line) => line.trim() !== "") ?? "";
    return [finding(file.path, lineAt(text, match.index), `the code does not parse: ${reason.trim()}`)];
  });
}

function finding(path: string, line: number, message: string): Finding {
  return { rule: "documents", path, line, message };
}
