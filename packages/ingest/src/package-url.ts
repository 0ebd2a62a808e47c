import { fullName, parsePurl, printPurl } from "@headwater/domain/package";
import { cutPlain, isPlain } from "./plain-package-url.ts";

/** What a component takes from its package URL. */
export interface PackageUrl {
  /** Canonical (ECMA-427), with the version where one is known. */
  readonly purl: string;
  readonly type: string;
  /** Full name in its ecosystem: `@babel/core`, `org.slf4j:slf4j-api`, `golang.org/x/net`. */
  readonly name: string;
  readonly version: string | null;
}

/**
 * Reads a package URL and makes it canonical; a version that it lacks is taken from beside it. Null where the text is none.
 * Most texts of real files are canonical already and are cut without being parsed.
 */
export function readPackageUrl(text: string, statedVersion: string | null): PackageUrl | null {
  const plain = cutPlain(text);
  if (plain !== null) return plain;
  const parsed = parsePurl(text);
  if ("error" in parsed) return null;
  const completed = parsed.version === null && statedVersion !== null;
  const purl = completed ? { ...parsed, version: statedVersion } : parsed;
  const printed = printPurl(purl);
  // A version from beside the purl has not gone through the parser's checks yet.
  if (completed && "error" in parsePurl(printed)) return null;
  return { purl: printed, type: purl.type, name: fullName(purl), version: purl.version };
}

/** Whether a text is a canonical package URL, which printing it again does not change. */
export function isCanonical(text: string): boolean {
  if (isPlain(text)) return true;
  const parsed = parsePurl(text);
  return !("error" in parsed) && printPurl(parsed) === text;
}
