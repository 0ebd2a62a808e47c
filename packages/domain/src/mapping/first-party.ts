import { comparable, covers, packagePath, parsePattern, type PackagePattern } from "../package/index.ts";
import { ecosystemOf } from "../usage/index.ts";

export interface FirstPartyFacts {
  /** As the organization wrote them: `@acme/*`. One that cannot be read names none. */
  readonly patterns: readonly string[];
  /** Keys of packages that inventories show to be the company's own (ownPackages). */
  readonly own: ReadonlySet<string>;
}

/** Which packages are the company's own: a test for canonical versionless purls. */
export function firstPartyTest({ patterns, own }: FirstPartyFacts): (purl: string) => boolean {
  const parsed = patterns
    .map(parsePattern)
    .filter((pattern): pattern is PackagePattern => !("error" in pattern));
  return (purl) => {
    if (own.size > 0 && own.has(comparable(ecosystemOf(purl), purl))) return true;
    if (parsed.length === 0) return false;
    const path = packagePath(purl);
    return path !== null && parsed.some((pattern) => covers(pattern, path));
  };
}
