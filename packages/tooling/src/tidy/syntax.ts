import { parseAst } from "vitest/node";
import { childNode, childNodes, isNode } from "../lint/rule.ts";
import type { SyntaxNode } from "../lint/rule.ts";
import { isSource } from "./repository.ts";
import type { Tree, TreeFile } from "./repository.ts";

export interface ParsedSource {
  readonly path: string;
  readonly text: string;
  readonly program: SyntaxNode;
}

const parsed = new WeakMap<Tree, readonly ParsedSource[]>();

/** All sources of the tree as syntax trees, parsed once a tree. A source that does not parse is the compiler's to report. */
export function parsedSources(tree: Tree): readonly ParsedSource[] {
  const known = parsed.get(tree);
  if (known) return known;
  const sources = tree.files.filter((file) => isSource(file.path)).flatMap(parsedSource);
  parsed.set(tree, sources);
  return sources;
}

function parsedSource(file: TreeFile): readonly ParsedSource[] {
  if (file.text === null) return [];
  const program = parse(file.text, file.path.endsWith("x") ? "tsx" : "ts");
  return program.kind === "parsed" ? [{ path: file.path, text: file.text, program: program.program }] : [];
}

export type Parsing =
  | { readonly kind: "parsed"; readonly program: SyntaxNode }
  | { readonly kind: "broken"; readonly message: string };

export function parse(text: string, lang: "ts" | "tsx"): Parsing {
  try {
    const program: unknown = parseAst(text, { lang });
    return isNode(program) ? { kind: "parsed", program } : { kind: "broken", message: "no program" };
  } catch (error) {
    return { kind: "broken", message: error instanceof Error ? error.message : String(error) };
  }
}

/** Visits a node and everything below it. `visit` returns false to leave out what lies below. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const key of Object.keys(node)) {
    if (key === "type" || key === "parent") continue;
    const single = childNode(node, key);
    if (single) walk(single, visit);
    else for (const child of childNodes(node, key)) walk(child, visit);
  }
}

export function startOf(node: SyntaxNode): number {
  return typeof node["start"] === "number" ? node["start"] : 0;
}

export function endOf(node: SyntaxNode): number {
  return typeof node["end"] === "number" ? node["end"] : 0;
}
