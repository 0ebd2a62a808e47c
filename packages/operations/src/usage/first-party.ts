import { matchesPattern, parsePattern, type PackagePattern } from "@headwater/domain/package";

/** Which packages are the company's own: a test for versionless purls from the organization's patterns. */
export function firstPartyTest(patterns: readonly string[]): (purl: string) => boolean {
  const parsed = patterns
    .map(parsePattern)
    .filter((pattern): pattern is PackagePattern => !("error" in pattern));
  if (parsed.length === 0) return () => false;
  return (purl) => parsed.some((pattern) => matchesPattern(pattern, purl));
}
