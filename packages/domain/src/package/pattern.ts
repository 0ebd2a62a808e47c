import { comparable, versionless } from "./name.ts";
import { parsePurl } from "./parse.ts";
import { printVersionless } from "./print.ts";
import type { Purl } from "./purl.ts";

/** A mapping pattern, read: canonical and compared piece by piece, so that no text of a user ever becomes a regular expression. */
export interface PackagePattern {
  /** As a purl without version, with its stars: `pkg:npm/%40babel/*`. */
  readonly canonical: string;
  readonly type: string;
  readonly parts: readonly PatternPart[];
}

type PatternPart =
  | { readonly kind: "exactly"; readonly text: string }
  | { readonly kind: "beginning"; readonly text: string }
  | { readonly kind: "any" };

export interface PatternError {
  readonly code: "bad-pattern" | "misplaced-star" | "too-wide";
  readonly message: string;
}

/**
 * `@babel/*`, `eslint-plugin-*`, `left-pad` (npm, where no type is named), `pkg:npm/%40babel/*`, `pkg:golang/k8s.io/*`,
 * `org.slf4j:*` (maven), or a whole purl. `*` stands for a whole part of the name, or ends the last one; at the very end
 * after a slash it covers the path itself and everything below it.
 */
export function parsePattern(text: string): PackagePattern | { readonly error: PatternError } {
  const written = text.trim();
  const asPurl = /^pkg:/i.test(written) ? written : purlOfName(written);
  if (!hasStarsInPlace(asPurl))
    return refuse(
      "misplaced-star",
      "A star stands for a whole part of a name, as in @babel/*, or ends the last one, as in eslint-plugin-*.",
    );
  // Stars become letters for the parser, which would otherwise encode them.
  const purl = parsePurl(asPurl.replaceAll("*", STAND_IN));
  if ("error" in purl || asPurl.includes(STAND_IN)) {
    return refuse(
      "bad-pattern",
      `This is no package or pattern: ${"error" in purl ? purl.error.message : "it holds a reserved word."}`,
    );
  }
  if (purl.version !== null)
    return refuse("bad-pattern", "Leave the version out: a rule covers all versions of a package.");
  const parts = pathOf(purl)
    .split("/")
    .map((segment) => partOf(purl.type, segment));
  if (parts.every((part) => part.kind === "any"))
    return refuse("too-wide", "Name at least one part of the packages, such as @babel/*.");
  return { canonical: printVersionless(purl).replaceAll(STAND_IN, "*"), type: purl.type, parts };
}

/** Whether a pattern covers a package; `pattern` as written or as parsed, the purl with or without its version. A bad pattern covers none. */
export function matchesPattern(pattern: PackagePattern | string, purl: string): boolean {
  const parsed = typeof pattern === "string" ? parsePattern(pattern) : pattern;
  if ("error" in parsed) return false;
  const path = packagePath(purl);
  return path !== null && covers(parsed, path);
}

/** A package's name, cut into the parts that patterns speak of. */
export interface PackagePath {
  readonly type: string;
  readonly segments: readonly string[];
}

/** Null for a text that is no purl. Read once, a package can be held against many patterns. */
export function packagePath(purl: string): PackagePath | null {
  const key = versionless(purl);
  const slash = key.indexOf("/");
  if (slash === -1 || !key.startsWith("pkg:")) return null;
  const type = key.slice("pkg:".length, slash);
  return { type, segments: comparable(type, decoded(key.slice(slash + 1))).split("/") };
}

/** Whether the pattern covers the package, in whatever case and with whatever dashes its registry takes for one. */
export function covers(pattern: PackagePattern, { type, segments }: PackagePath): boolean {
  if (type !== pattern.type) return false;
  const openEnd = pattern.parts.at(-1)?.kind === "any";
  const fixed = openEnd ? pattern.parts.slice(0, -1) : pattern.parts;
  if (openEnd ? segments.length < fixed.length : segments.length !== fixed.length) return false;
  return fixed.every((part, index) => matchesPart(part, segments[index] ?? ""));
}

/** With what the packageKey of every package begins that the pattern covers. */
export function keyBeginning({ canonical, type }: PackagePattern): string {
  const star = canonical.indexOf("*");
  const beginning = star === -1 ? canonical : canonical.slice(0, star).replace(/\/$/, "");
  return comparable(type, beginning);
}

function matchesPart(part: PatternPart, segment: string): boolean {
  if (part.kind === "any") return true;
  return part.kind === "exactly" ? segment === part.text : segment.startsWith(part.text);
}

const STAND_IN = "headwaterstar0";

function partOf(type: string, segment: string): PatternPart {
  if (segment === STAND_IN) return { kind: "any" };
  if (segment.endsWith(STAND_IN))
    return { kind: "beginning", text: comparable(type, segment.slice(0, -STAND_IN.length)) };
  return { kind: "exactly", text: comparable(type, segment) };
}

/** Names without a type: `group:artifact` is maven's, a host with a dot begins a Go path, all else is npm's. */
function purlOfName(name: string): string {
  if (/^[A-Za-z0-9._-]+:[A-Za-z0-9._*-]+$/.test(name)) return `pkg:maven/${name.replace(":", "/")}`;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i.test(name)) return `pkg:golang/${name}`;
  return `pkg:npm/${name}`;
}

function hasStarsInPlace(purl: string): boolean {
  const slash = purl.indexOf("/");
  if (purl.slice(0, slash).includes("*")) return false;
  const segments = purl.slice(slash + 1).split("/");
  return segments.every((segment, index) => {
    const star = segment.indexOf("*");
    return star === -1 || segment === "*" || (index === segments.length - 1 && star === segment.length - 1);
  });
}

function pathOf(purl: Purl): string {
  return purl.namespace === null ? purl.name : `${purl.namespace}/${purl.name}`;
}

function decoded(path: string): string {
  try {
    return path.includes("%") ? decodeURIComponent(path) : path;
  } catch {
    // A text that is no purl comes here as it is and matches nothing by its broken escape.
    return path;
  }
}

function refuse(code: PatternError["code"], message: string): { readonly error: PatternError } {
  return { error: { code, message } };
}
