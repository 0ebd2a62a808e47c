/**
 * Databases and UTF-8 know no NUL in a text and no surrogate without its pair, and JSON can escape both. Such an escape
 * becomes U+FFFD before parsing, so that names and keys alike can be stored and compared.
 */
export function replaceUnstorable(text: string): { readonly text: string; readonly replaced: number } {
  if (!text.includes("\\u") || !suspectEscape.test(text)) return { text, replaced: 0 };
  let replaced = 0;
  const storable = text.replace(escapeSequence, (escape, unstorable: string | undefined) => {
    if (unstorable === undefined) return escape;
    replaced += 1;
    return "\\ufffd";
  });
  return { text: storable, replaced };
}

const suspectEscape = /\\u(?:0000|[dD][89a-fA-F])/;

/** Alternatives in order: an escaped backslash, a whole surrogate pair, then what cannot be stored (captured). */
const escapeSequence =
  /\\(?:\\|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u0000|u[dD][89a-fA-F][0-9a-fA-F]{2}))/g;
