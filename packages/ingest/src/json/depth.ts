import { asArray, isObject } from "./read.ts";

const quote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Whether arrays and objects lie more than `limit` deep in each other. Level by level, so that depth costs no stack. */
export function nestsDeeper(value: unknown, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const container of level) pushContainers(container, next);
    level = next;
  }
  return false;
}

function pushContainers(container: unknown, into: unknown[]): void {
  if (Array.isArray(container)) {
    for (const item of asArray(container)) if (typeof item === "object" && item !== null) into.push(item);
  } else if (isObject(container)) {
    for (const key in container) {
      const item = container[key];
      if (typeof item === "object" && item !== null) into.push(item);
    }
  }
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
