const quote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Offset of the first bracket that opens a level deeper than `limit`, or null. Linear, and stops there. */
export function findTooDeep(text: string, limit: number): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > limit) return at;
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1;
    }
  }
  return null;
}

/** Offset of the quote that ends the string opened at `start`, or the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}
