import type { Purl } from "./purl.ts";

/** The canonical text (ECMA-427, "How to build"): qualifiers in order of their keys, everything encoded that must be. */
export function printPurl(purl: Purl): string {
  let text = printVersionless(purl);
  if (purl.version !== null) text += `@${encode(purl.version)}`;
  if (purl.qualifiers.size > 0) {
    text += `?${Array.from(purl.qualifiers, ([key, value]) => `${key}=${encode(value)}`).join("&")}`;
  }
  if (purl.subpath !== null) text += `#${encodePath(purl.subpath)}`;
  return text;
}

/** Type, namespace and name only. */
export function printVersionless(purl: Purl): string {
  const namespace = purl.namespace === null ? "" : `${encodePath(purl.namespace)}/`;
  return `pkg:${purl.type}/${namespace}${encode(purl.name)}`;
}

function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

/** Letters, digits, `.`, `-`, `_`, `~` and the colon stay; encodeURIComponent leaves more and escapes the colon. */
function encode(text: string): string {
  if (/^[A-Za-z0-9._~:-]*$/.test(text)) return text;
  return encodeURIComponent(text)
    .replaceAll("%3A", ":")
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
