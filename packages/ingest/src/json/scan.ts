import type { SpanTable } from "./span-table.ts";
import { spanNumber, spanTable } from "./span-table.ts";

/**
 * The text is no JSON, or JSON that the scanner leaves to JSON.parse: it nests too deep, repeats a name, or escapes
 * characters in a text that is wanted. Whoever scans catches it and reads the file the general way.
 */
export class NotScanned extends Error {}

/** Well below the 64 levels that parseJson reads, so that whatever is too deep for it is refused by it. */
const deepest = 50;

/**
 * Walks through a JSON text (RFC 8259) without building what nobody asks for: a value is skipped at a tenth of the cost
 * of parsing it, and names that stand in a file a thousand times become one string. It checks the whole grammar, so that
 * what it reads to the end JSON.parse would have read too.
 */
export interface JsonScan {
  readonly text: string;
  readonly names: SpanTable;
  at: number;
}

/** `knownNames` get the numbers from 0 in their order; see `scanName`. */
export function jsonScan(text: string, knownNames: readonly string[]): JsonScan {
  return { text, names: spanTable(text, knownNames), at: 0 };
}

/** Code of the next character that is no white space, NaN at the end. It is not passed. */
export function peek(scan: JsonScan): number {
  const { text } = scan;
  let { at } = scan;
  let code = text.charCodeAt(at);
  while (code === space || code === lineFeed || code === carriageReturn || code === tab) {
    at += 1;
    code = text.charCodeAt(at);
  }
  scan.at = at;
  return code;
}

/** Passes the opening bracket; false where the closing one follows, which is passed too. */
export function openContainer(scan: JsonScan, opening: number): boolean {
  if (peek(scan) !== opening) throw new NotScanned();
  scan.at += 1;
  // Of both kinds of brackets the closing one comes two after the opening one.
  if (peek(scan) !== opening + 2) return true;
  scan.at += 1;
  return false;
}

/** After a value: passes the comma, or the closing bracket, and then is false. */
export function another(scan: JsonScan, opening: number): boolean {
  const code = peek(scan);
  scan.at += 1;
  if (code === comma) return true;
  if (code === opening + 2) return false;
  throw new NotScanned();
}

/** Passes a member's name and its colon: the number under which the name is known, the same wherever it stands. */
export function scanName(scan: JsonScan): number {
  const start = beginString(scan);
  const { text } = scan;
  let hash = 0;
  let at = start;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    if (!(code >= space) || code === backslash) throw new NotScanned();
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  scan.at = at + 1;
  passColon(scan);
  const name = spanNumber(scan.names, start, at, hash);
  if (name === -1) throw new NotScanned();
  return name;
}

export function nameOf(scan: JsonScan, number: number): string {
  return scan.names.pieces[number] ?? "";
}

/** Passes a member's name and its colon: the name, for names that stand once only. */
export function scanUniqueName(scan: JsonScan): string {
  const name = scanString(scan);
  passColon(scan);
  return name;
}

/** Passes a string and returns what it holds. */
function scanString(scan: JsonScan): string {
  const start = beginString(scan);
  const { text } = scan;
  let at = start;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    // NaN, which is behind the end, is not at least a space either.
    if (!(code >= space) || code === backslash) throw new NotScanned();
  }
  scan.at = at + 1;
  return text.slice(start, at);
}

/** Passes any value, and returns what JSON.parse makes of it. */
export function scanValue(scan: JsonScan): unknown {
  if (peek(scan) === quote) return scanString(scan);
  const start = scan.at;
  skipValue(scan, 0);
  const value: unknown = JSON.parse(scan.text.slice(start, scan.at));
  return value;
}

/** Passes any value. */
export function skipValue(scan: JsonScan, depth: number): void {
  const code = peek(scan);
  if (code === quote) skipString(scan);
  else if (code === openBrace || code === openBracket) skipContainer(scan, code, depth);
  else {
    literal.lastIndex = scan.at;
    if (!literal.test(scan.text)) throw new NotScanned();
    scan.at = literal.lastIndex;
  }
}

/** Nothing but white space is left. */
export function scanEnd(scan: JsonScan): void {
  if (!Number.isNaN(peek(scan))) throw new NotScanned();
}

function skipContainer(scan: JsonScan, opening: number, depth: number): void {
  if (depth === deepest) throw new NotScanned();
  for (let more = openContainer(scan, opening); more; more = another(scan, opening)) {
    if (opening === openBrace) {
      if (peek(scan) !== quote) throw new NotScanned();
      skipString(scan);
      passColon(scan);
    }
    skipValue(scan, depth + 1);
  }
}

function skipString(scan: JsonScan): void {
  const { text } = scan;
  let at = scan.at + 1;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    if (!(code >= space)) throw new NotScanned();
    if (code !== backslash) continue;
    at += 1;
    // What `\u` stands for may be unfit to be stored; parseJson counts and replaces that.
    if (!simpleEscapes.has(text.charCodeAt(at))) throw new NotScanned();
  }
  scan.at = at + 1;
}

/** Offset behind the opening quote. */
function beginString(scan: JsonScan): number {
  if (peek(scan) !== quote) throw new NotScanned();
  return scan.at + 1;
}

function passColon(scan: JsonScan): void {
  if (peek(scan) !== colon) throw new NotScanned();
  scan.at += 1;
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
const openBracket = 91;
export const openBrace = 123;

const simpleEscapes: ReadonlySet<number> = new Set(
  Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)),
);

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
