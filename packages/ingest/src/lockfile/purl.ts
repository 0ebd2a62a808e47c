/** Prints a package URL (ECMA-427). `name` is the full name: with scope for npm, the module path for golang. */
export function lockedPurl(
  type: "npm" | "cargo" | "golang", name: string, version: string | null, qualifiers: ReadonlyMap<string, string> | null,
): string {
  const path = type === "golang" ? name.toLowerCase() : name;
  let purl = `pkg:${type}/${isPlain(path) ? path : path.split("/").map(encoded).join("/")}`;
  if (version !== null && version !== "") purl += `@${isPlain(version) ? version : encoded(version)}`;
  if (qualifiers === null || qualifiers.size === 0) return purl;
  const printed = [...qualifiers].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${encoded(value)}`);
  return `${purl}?${printed.join("&")}`;
}

/** ASCII letters, digits, `.`, `-`, `_`, `~` and the separator `/`: nothing that needs percent-encoding. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = (code >= 97 && code <= 122) || (code >= 45 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || code === 126;
    if (!plain) return false;
  }
  return true;
}

function encoded(text: string): string {
  // A lone half of a surrogate pair has no UTF-8 form and would throw.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"))
    .replaceAll("%3A", ":").replaceAll("%2F", "/")
    .replaceAll("!", "%21").replaceAll("'", "%27").replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("*", "%2A");
}
