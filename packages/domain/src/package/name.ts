import { parsePurl } from "./parse.ts";
import { printVersionless } from "./print.ts";
import type { Purl } from "./purl.ts";

/**
 * The purl without version, qualifiers and subpath: the key under which a package is known.
 * Canonical texts, which is what parsers write, are cut without being parsed; others are parsed and made canonical;
 * a text that is no purl comes back unchanged.
 */
export function versionless(text: string): string {
  const canonical = CANONICAL.exec(text);
  if (canonical !== null) return canonical[0];
  const purl = parsePurl(text);
  return "error" in purl ? text : printVersionless(purl);
}

// Lower-case paths of the types whose names are kept as they are; the rest takes the slow way.
const CANONICAL =
  /^pkg:(?:npm|cargo|maven|golang|gem|nuget|generic)\/(?:(?:%40)?[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*)(?:\/[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*)*(?=(?:@[^/@#?]*)?(?:\?[^#?]*)?(?:#[^#?]*)?$)/;

/** The name that people of its ecosystem write: `@babel/core`, `org.slf4j:slf4j-api`, `golang.org/x/net`, `vendor/package`. */
export function fullName(purl: Purl | string): string {
  const parsed = typeof purl === "string" ? parsePurl(purl) : purl;
  if ("error" in parsed) return typeof purl === "string" ? purl : "";
  if (parsed.namespace === null || NAMED_BY_DISTRIBUTION.has(parsed.type)) return parsed.name;
  return `${parsed.namespace}${parsed.type === "maven" ? ":" : "/"}${parsed.name}`;
}

/** Types whose namespace is the distribution, which is no part of the name. */
const NAMED_BY_DISTRIBUTION = new Set(["alpm", "apk", "deb", "rpm"]);

/** Whether both name one package, whatever their versions. A text that is no purl equals only itself. */
export function samePackage(left: Purl | string, right: Purl | string): boolean {
  return packageKey(left) === packageKey(right);
}

/**
 * A key that is equal for two spellings of one package, where its registry takes them as one: pypi by PEP 503, nuget
 * and golang whatever the case (SBOM tools lower-case Go paths), cargo whatever the case and the kind of dash.
 * To compare with, not to show: the canonical purl keeps what the type's rules keep.
 */
export function packageKey(purl: Purl | string): string {
  if (typeof purl === "string" && purl.length <= 500 && PLAIN.test(purl))
    return comparable(purl.slice("pkg:".length, purl.indexOf("/")), purl);
  const parsed = typeof purl === "string" ? parsePurl(purl) : purl;
  if ("error" in parsed) return typeof purl === "string" ? purl : "";
  return comparable(parsed.type, printVersionless(parsed));
}

/** What reading and printing leaves as it is: a canonical versionless purl of a type whose names are kept. */
const WORD = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*";
const PLAIN = new RegExp(
  `^pkg:(?:npm/(?:%40${WORD}/)?|maven/${WORD}/|golang/(?:${WORD}/)*|(?:cargo|gem|nuget)/)${WORD}$`,
);

/** A name, part of a name or versionless purl in the form in which its registry compares it. */
export function comparable(type: string, text: string): string {
  if (type === "pypi") return text.toLowerCase().replace(/[-_.]+/g, "-");
  if (type === "cargo") return text.toLowerCase().replaceAll("_", "-");
  return type === "nuget" || type === "golang" ? text.toLowerCase() : text;
}
