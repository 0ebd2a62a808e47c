const quote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Offset of the first bracket that opens a level deeper than `limit`, or null. Linear, and stops there.
 * It looks at every character that JSON.parse will read once more, so it jumps over strings with the engine's own search
 * and passes over what is common outside of them (space, digits, commas) with one comparison.
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
