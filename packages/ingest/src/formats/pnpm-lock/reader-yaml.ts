import type { Document, Node, Pair, Range } from "yaml";
import { isAlias, isMap, isPair, isScalar, LineCounter, parseAllDocuments } from "yaml";
import { findTooDeep } from "../../json/depth.ts";
import type { LockListener } from "./schema.ts";
import { expandedNodes } from "./yaml-expansion.ts";

export type YamlRead =
  | { readonly kind: "read"; readonly documents: number }
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly message: string;
      readonly where: string | null;
    };

/** No lockfile nests deeper than six; flow collections are where a hostile file would. */
const DEEPEST = 64;

/**
 * Reads any YAML with the general reader and tells of its last document. For files that pnpm did not write itself.
 * Aliases may not tell of more than the file has characters, so that a bomb is refused before it is expanded.
 */
export function readYaml(text: string, listener: LockListener): YamlRead {
  const tooDeep = findTooDeep(text, DEEPEST);
  if (tooDeep !== null)
    return {
      kind: "refused",
      code: "too-deep",
      message: `The file nests more than ${DEEPEST} levels deep; no lockfile does.`,
      where: null,
    };
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: "failsafe",
    uniqueKeys: false,
    lineCounter: lines,
    stringKeys: false,
    logLevel: "silent",
  });
  const list = Array.isArray(documents) ? documents : [];
  for (const document of list) {
    const [error] = document.errors;
    if (error !== undefined) {
      return {
        kind: "refused",
        code: "invalid-yaml",
        message: `The file is not valid YAML: ${error.message}`,
        where: `line ${lines.linePos(error.pos[0]).line}`,
      };
    }
  }
  if (list.some((document) => expandedNodes(document) > text.length)) return aliasesRefused();
  const last = list.at(-1);
  if (last === undefined || !isMap(last.contents)) {
    return {
      kind: "refused",
      code: "not-an-inventory",
      message: "A pnpm-lock.yaml is a YAML mapping; this is not.",
      where: null,
    };
  }
  const teller = new Teller(last, lines, listener, text.length);
  return teller.tell(last.contents, 0) ? { kind: "read", documents: list.length } : aliasesRefused();
}

function aliasesRefused(): YamlRead {
  return {
    kind: "refused",
    code: "alias-expansion",
    message: "The file's YAML aliases stand for more than the file itself holds, or for themselves.",
    where: null,
  };
}

class Teller {
  private readonly document: Document;
  private readonly lines: LineCounter;
  private readonly listener: LockListener;
  private left: number;

  constructor(document: Document, lines: LineCounter, listener: LockListener, most: number) {
    this.document = document;
    this.lines = lines;
    this.listener = listener;
    this.left = most;
  }

  /** False when aliases lead to more than may be told. */
  tell(node: Node, depth: number): boolean {
    if (depth > DEEPEST) return false;
    if (!isMap(node)) return true;
    for (const pair of node.items) {
      if (--this.left < 0) return false;
      if (isPair(pair) && !this.tellPair(pair, depth)) return false;
    }
    return true;
  }

  private tellPair(pair: Pair, depth: number): boolean {
    const key = this.followed(pair.key);
    if (key === undefined) return false;
    if (!isScalar(key)) return true;
    const name = textOf(key.value);
    const line = this.lineOf(key.range);
    const value = this.followed(pair.value);
    if (value === undefined) return false;
    // A key with nothing after it has an empty plain scalar, which counts as an empty mapping.
    if (isScalar(value) && (value.type !== "PLAIN" || textOf(value.value) !== "")) {
      this.listener.scalar(depth, name, textOf(value.value), line);
      return true;
    }
    const wanted = this.listener.open(depth, name, line);
    return !wanted || value === null || this.tell(value, depth + 1);
  }

  /** The node that an alias stands for; undefined where it stands for none. */
  private followed(node: unknown): Node | null | undefined {
    if (isAlias(node)) return node.resolve(this.document);
    return isMap(node) || isScalar(node) ? node : null;
  }

  private lineOf(range: Range | null | undefined): number {
    return range === null || range === undefined ? 0 : this.lines.linePos(range[0]).line;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
