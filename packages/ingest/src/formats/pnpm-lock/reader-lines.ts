import type { LockListener } from "./schema.ts";

/**
 * Reads the part of YAML that pnpm itself writes: block mappings indented by two spaces, scalars of one line, plain or in
 * single quotes, and flow mappings of plain scalars. A general reader takes several times as long.
 * Returns false as soon as it meets anything else (anchors, lists of interest, text over several lines, …); what it
 * has told until then must be thrown away, and reader-yaml.ts be asked.
 */
export function readLines(
  text: string,
  start: number,
  end: number,
  firstLine: number,
  listener: LockListener,
): boolean {
  let at = start;
  let line = firstLine - 1;
  /** Deepest depth at which a key may stand: one below a mapping that was opened, else that of the last key. */
  let deepest = 0;
  while (at < end) {
    const next = nextLine(text, at, end);
    const stop = stopOf(text, at, next);
    line++;
    const content = firstContent(text, at, stop);
    if (content === stop || text.charCodeAt(content) === HASH) {
      at = next;
      continue;
    }
    const indent = content - at;
    const depth = indent >> 1;
    if ((indent & 1) === 1 || depth > deepest) return false;
    const read = readPair(text, content, stop, depth, line, listener);
    if (read === Read.outside) return false;
    deepest = read === Read.opened ? depth + 1 : depth;
    at = next;
    if (read !== Read.unwanted) continue;
    const after = skipBelow(text, at, end, indent);
    line += after.lines;
    at = after.at;
  }
  return true;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COLON = 58;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const Read = { outside: 0, scalar: 1, opened: 2, unwanted: 3 } as const;
type Read = (typeof Read)[keyof typeof Read];

function nextLine(text: string, at: number, end: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 || newline >= end ? end : newline + 1;
}

/** Where the line ends, without the line feed and a carriage return before it. */
function stopOf(text: string, at: number, next: number): number {
  let stop = next;
  if (stop > at && text.charCodeAt(stop - 1) === LINE_FEED) stop--;
  if (stop > at && text.charCodeAt(stop - 1) === CARRIAGE_RETURN) stop--;
  return stop;
}

function firstContent(text: string, at: number, stop: number): number {
  let content = at;
  while (content < stop && text.charCodeAt(content) === SPACE) content++;
  return content;
}

/** Passes over the lines that are indented deeper than `indent`, and over list items at that very indent. */
function skipBelow(text: string, from: number, end: number, indent: number): { at: number; lines: number } {
  let at = from;
  let lines = 0;
  while (at < end) {
    const next = nextLine(text, at, end);
    const stop = stopOf(text, at, next);
    const content = firstContent(text, at, stop);
    const isItem = content - at === indent && text.startsWith("- ", content);
    if (content < stop && content - at <= indent && !isItem) break;
    lines++;
    at = next;
  }
  return { at, lines };
}

/** One line `key: value` or `key:`. */
function readPair(
  text: string,
  content: number,
  stop: number,
  depth: number,
  line: number,
  listener: LockListener,
): Read {
  const key = readKey(text, content, stop);
  if (key === null) return Read.outside;
  const value = key.end + 1;
  if (value === stop) return listener.open(depth, key.text, line) ? Read.opened : Read.unwanted;
  if (text.charCodeAt(value) !== SPACE) return Read.outside;
  const first = text.charCodeAt(value + 1);
  if (first === OPEN_BRACE) return readFlow(text, value + 1, stop, depth, key.text, line, listener);
  if (first === SINGLE_QUOTE) return readQuoted(text, value + 1, stop, depth, key.text, line, listener);
  if (isPlainScalar(text, value + 1, stop)) {
    listener.scalar(depth, key.text, text.slice(value + 1, stop), line);
    return Read.scalar;
  }
  // What is written below or beside a key of no interest (lists, block text, text with escapes) is passed over.
  return isPassable(text, value + 1, stop, depth, key.text) ? Read.unwanted : Read.outside;
}

interface Key {
  readonly text: string;
  /** Offset of the colon. */
  readonly end: number;
}

function readKey(text: string, content: number, stop: number): Key | null {
  if (text.charCodeAt(content) === SINGLE_QUOTE) {
    const quote = text.indexOf("'", content + 1);
    if (quote === -1 || quote + 1 >= stop || text.charCodeAt(quote + 1) !== COLON) return null;
    return { text: text.slice(content + 1, quote), end: quote + 1 };
  }
  const colon = colonOf(text, content, stop);
  if (colon === -1 || !isPlainScalar(text, content, colon)) return null;
  return { text: text.slice(content, colon), end: colon };
}

/** The first colon that ends the line or has a space after it. */
function colonOf(text: string, content: number, stop: number): number {
  for (
    let colon = text.indexOf(":", content);
    colon !== -1 && colon < stop;
    colon = text.indexOf(":", colon + 1)
  ) {
    if (colon + 1 === stop || text.charCodeAt(colon + 1) === SPACE) return colon;
  }
  return -1;
}

/** True for text that YAML takes as it stands: no indicator in front, no comment and no further pair in it. */
function isPlainScalar(text: string, from: number, stop: number): boolean {
  if (from >= stop || INDICATORS.has(text.charCodeAt(from))) return false;
  let before = 0;
  for (let i = from; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code < SPACE || code === 0x7f) return false;
    if (code === HASH && before === SPACE) return false;
    if (before === COLON && code === SPACE) return false;
    before = code;
  }
  return before !== SPACE && before !== COLON;
}

/** Characters that begin something else than plain text (YAML 1.2, section 5.3), and `-`, `?`, `:`, which do so before a space; a second space is none of pnpm's. */
const INDICATORS: ReadonlySet<number> = new Set(
  " -?:,[]{}#&*!|>'\"%@`".split("").map((char) => char.charCodeAt(0)),
);

function readQuoted(
  text: string,
  quote: number,
  stop: number,
  depth: number,
  key: string,
  line: number,
  listener: LockListener,
): Read {
  const inner = text.slice(quote + 1, stop - 1);
  if (stop - 1 === quote || text.charCodeAt(stop - 1) !== SINGLE_QUOTE) return Read.outside;
  if (inner.includes("'")) {
    const unescaped = inner.replaceAll("''", "");
    if (unescaped.includes("'")) return Read.outside;
    listener.scalar(depth, key, inner.replaceAll("''", "'"), line);
  } else listener.scalar(depth, key, inner, line);
  return Read.scalar;
}

/** `{a: b, c: 'd'}` with plain or quoted scalars and nothing nested. */
function readFlow(
  text: string,
  brace: number,
  stop: number,
  depth: number,
  key: string,
  line: number,
  listener: LockListener,
): Read {
  if (text.charCodeAt(stop - 1) !== CLOSE_BRACE) return Read.outside;
  // Asked before the content is looked at, as it would be for a mapping in block form.
  const wanted = listener.open(depth, key, line);
  if (brace + 1 === stop - 1 || !wanted) return Read.scalar;
  for (let at = brace + 1; at < stop - 1;) {
    const comma = text.indexOf(", ", at);
    const pairEnd = comma === -1 || comma > stop - 1 ? stop - 1 : comma;
    const colon = text.indexOf(": ", at);
    if (colon === -1 || colon >= pairEnd) return Read.outside;
    const name = flowScalar(text, at, colon);
    const value = flowScalar(text, colon + 2, pairEnd);
    if (name === null || value === null) return Read.outside;
    listener.scalar(depth + 1, name, value, line);
    at = pairEnd + 2;
  }
  return Read.scalar;
}

function flowScalar(text: string, from: number, stop: number): string | null {
  const scalar = text.slice(from, stop);
  if (text.charCodeAt(from) === SINGLE_QUOTE) {
    const inner = scalar.slice(1, -1);
    return scalar.length > 1 && scalar.endsWith("'") && !inner.includes("'") ? inner : null;
  }
  if (!isPlainScalar(text, from, stop)) return null;
  return /[,[\]{}]/.test(scalar) ? null : scalar;
}

const PASSED_FIELDS: ReadonlySet<string> = new Set([
  "deprecated",
  "cpu",
  "os",
  "libc",
  "engines",
  "hasBin",
  "bundledDependencies",
]);

/** Fields of a package that the graph does not need, in any form that stays on its line or is indented below it. */
function isPassable(text: string, from: number, stop: number, depth: number, key: string): boolean {
  if (depth !== 2 || !PASSED_FIELDS.has(key)) return false;
  const first = text.charAt(from);
  const last = text.charAt(stop - 1);
  if (first === "[") return last === "]";
  if (first === "|" || first === ">") return true;
  return text.charCodeAt(from) === DOUBLE_QUOTE && last === '"' && text.charAt(stop - 2) !== "\\";
}
