import type { Purl, PurlError, PurlParts } from "./purl.ts";
import { normalizeName, normalizeNamespace, rulesOf } from "./types.ts";

type Parsed = Purl | { readonly error: PurlError };

/** Longer texts name no package; a hostile version of 64 KB must not travel through the product. */
const MAX_LENGTH = 4_096;

/** Reads any valid purl, canonical or not (ECMA-427, "How to parse"), and normalises it by the rules of its type. */
export function parsePurl(text: string): Parsed {
  if (text.length > MAX_LENGTH) return refuse("too-long", `A purl has at most ${MAX_LENGTH} characters.`);
  const scheme = /^pkg:\/*/i.exec(text);
  if (scheme === null) return refuse("no-scheme", 'A purl begins with "pkg:".');
  const [beforeSubpath, subpath] = cutAtLast(text.slice(scheme[0].length), "#");
  const [beforeQualifiers, query] = cutAtLast(beforeSubpath, "?");
  const slash = beforeQualifiers.indexOf("/");
  if (slash <= 0) return refuse("bad-type", 'A purl names its type and package, such as "pkg:npm/left-pad".');
  const path = beforeQualifiers.slice(slash + 1);
  const at = versionMark(path);
  const segments = (at === -1 ? path : path.slice(0, at)).split("/").filter((segment) => segment !== "");
  try {
    return assemble({
      type: beforeQualifiers.slice(0, slash),
      segments: segments.slice(0, -1).map(decode),
      name: decode(segments.at(-1) ?? ""),
      version: at === -1 ? "" : decode(path.slice(at + 1)),
      qualifiers: pairsOf(query),
      subpath: subpath.split("/").map(decode),
    });
  } catch (error) {
    // decodeURIComponent throws on a broken escape and has no other way to say so.
    if (error instanceof URIError)
      return refuse("bad-encoding", "A percent sign must begin an escape of UTF-8, such as %40.");
    throw error;
  }
}

/** Makes a purl of its decoded parts, with the same checks and rules as parsePurl. */
export function makePurl(parts: PurlParts): Parsed {
  return assemble({
    type: parts.type,
    segments: (parts.namespace ?? "").split("/").filter((segment) => segment !== ""),
    name: parts.name,
    version: parts.version ?? "",
    qualifiers: Object.entries(parts.qualifiers ?? {}),
    subpath: (parts.subpath ?? "").split("/"),
  });
}

interface Decoded {
  readonly type: string;
  readonly segments: readonly string[];
  readonly name: string;
  readonly version: string;
  readonly qualifiers: readonly (readonly [string, string])[];
  readonly subpath: readonly string[];
}

function assemble(decoded: Decoded): Parsed {
  const type = decoded.type.toLowerCase();
  if (!/^[a-z][a-z0-9.-]*$/.test(type))
    return refuse("bad-type", "The type begins with a letter and holds letters, digits, dots and dashes.");
  const rules = rulesOf(type);
  const path = [...decoded.segments, decoded.name];
  const segments =
    rules.slashInName === "separates"
      ? path.flatMap((part) => part.split("/")).filter((part) => part !== "")
      : path;
  const name = segments.at(-1) ?? "";
  if (name === "") return refuse("no-name", "The name of the package is missing.");
  const namespace = segments.slice(0, -1);
  if (namespace.length === 0 && rules.namespace === "required")
    return refuse("namespace-required", `A ${type} purl needs a namespace before the name.`);
  if (namespace.length > 0 && rules.namespace === "prohibited")
    return refuse("namespace-prohibited", `A ${type} purl has no namespace.`);
  const subpath = decoded.subpath.filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  const qualifiers = qualifiersOf(decoded.qualifiers);
  if ("error" in qualifiers) return qualifiers;
  const texts = [...segments, decoded.version, ...qualifiers.values(), ...subpath];
  if (
    !texts.every(isPlainText) ||
    !segments.every(isSegment) ||
    subpath.some((segment) => segment.includes("/"))
  ) {
    return refuse("bad-character", "Control characters, and the segments . and .., cannot stand in a purl.");
  }
  return {
    type,
    namespace: namespace.length === 0 ? null : normalizeNamespace(type, namespace.join("/")),
    name: normalizeName(type, name),
    version: decoded.version === "" ? null : decoded.version,
    qualifiers,
    subpath: subpath.length === 0 ? null : subpath.join("/"),
  };
}

function qualifiersOf(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> | { readonly error: PurlError } {
  const found = new Map<string, string>();
  for (const [written, value] of pairs) {
    const key = written.toLowerCase();
    if (!/^[a-z][a-z0-9._-]*$/.test(key) || found.has(key)) {
      return refuse(
        "bad-qualifier",
        "A qualifier's key begins with a letter, holds letters, digits, dots, dashes and underscores, and stands once.",
      );
    }
    if (value !== "") found.set(key, value);
  }
  return found.size < 2 ? found : new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function pairsOf(query: string): [string, string][] {
  if (query === "") return [];
  return query.split("&").map((pair) => {
    const equals = pair.indexOf("=");
    return equals === -1 ? [pair, ""] : [pair.slice(0, equals), decode(pair.slice(equals + 1))];
  });
}

/** The last @ that does not begin a segment: in `@babel/core` it belongs to the scope, in `core@1` to the version. */
function versionMark(path: string): number {
  let at = path.lastIndexOf("@");
  while (at > 0 && path.charAt(at - 1) === "/") at = path.lastIndexOf("@", at - 1);
  return at <= 0 ? -1 : at;
}

/** Throws URIError on a broken escape. Nearly all parts have none, and looking is much cheaper than decoding. */
function decode(text: string): string {
  return text.includes("%") ? decodeURIComponent(text) : text;
}

function cutAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function isPlainText(text: string): boolean {
  // Control characters, and halves of surrogate pairs, which no escape can express. Nearly all texts are plain ASCII.
  return /^[ -~]*$/.test(text) || !/[\p{Cc}\p{Cs}]/u.test(text);
}

function isSegment(text: string): boolean {
  return text !== "." && text !== "..";
}

function refuse(code: PurlError["code"], message: string): { readonly error: PurlError } {
  return { error: { code, message } };
}
