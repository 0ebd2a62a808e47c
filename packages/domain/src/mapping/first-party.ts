import { covers, packagePath, parsePattern, type PackagePattern } from "../package/index.ts";

/** Which packages the organization calls its own: a test for versionless purls. A pattern that cannot be read names none. */
export function firstPartyTest(patterns: readonly string[]): (purl: string) => boolean {
  const parsed = patterns
    .map(parsePattern)
    .filter((pattern): pattern is PackagePattern => !("error" in pattern));
  if (parsed.length === 0) return () => false;
  return (purl) => {
    const path = packagePath(purl);
    return path !== null && parsed.some((pattern) => covers(pattern, path));
  };
}
