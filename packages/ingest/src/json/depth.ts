import { asArray, isObject } from "./read.ts";

const quote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Whether arrays and objects lie more than `limit` deep in each other. It goes no deeper itself, so depth costs no stack. */
export function nestsDeeper(value: unknown, limit: number): boolean {
  if (Array.isArray(value)) {
    if (limit === 0) return true;
    for (const item of asArray(value)) if (isContainer(item) && nestsDeeper(item, limit - 1)) return true;
  } else if (isObject(value)) {
    if (limit === 0) return true;
    for (const key in value) {
      const item = value[key];
      if (isContainer(item) && nestsDeeper(item, limit - 1)) return true;
    }
  }
  return false;
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Whether a text holds more than `count` opening brackets, in its strings or outside of them. */
export function opensMoreThan(text: string, count: number): boolean {
  let left = count;
  for (const bracket of ["[", "{"]) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

/**
 * Offset of the first bracket that opens a level deeper than `limit`, or null. Linear, and stops there; it jumps over
 * strings with the engine's own search. What is no valid JSON is measured as far as its brackets go.
 */
export function findTooDeep(text: string, limit: number): number | null {
  const length = text.length;
  let depth = 0;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    at += 1;
    if (code < openBracket) {
      if (code === quote) at = afterString(text, at);
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > limit) return at - 1;
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1;
    }
  }
  return null;
}

/** Offset behind the quote that ends the string whose text begins at `start`, or the end of the text where none does. */
function afterString(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (before >= start && text.charCodeAt(before) === backslash) before -= 1;
    // An even number of backslashes escape each other and leave the quote to end the string.
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}
