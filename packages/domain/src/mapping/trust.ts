/** One statement of a file, or of the package's own name, about where a package comes from. */
export interface StatedProject {
  /** Slug. */
  readonly project: string;
  /** Where it was read. */
  readonly source: string;
}

/** The source of what a package's own identity says, such as the path of a Go module. */
export const OWN_NAME = "the package's own name";

/**
 * Slugs that are stated of one package, in order of trust: what most sources state goes first, then what the package's own
 * name says, then the earlier slug. The order in which the statements came makes no difference.
 */
export function inOrderOfTrust(stated: readonly StatedProject[]): string[] {
  const sourcesOf = new Map<string, Set<string>>();
  for (const { project, source } of stated) {
    const known = sourcesOf.get(project);
    if (known === undefined) sourcesOf.set(project, new Set([source]));
    else known.add(source);
  }
  return [...sourcesOf]
    .sort(
      ([one, ofOne], [other, ofOther]) =>
        ofOther.size - ofOne.size ||
        Number(ofOther.has(OWN_NAME)) - Number(ofOne.has(OWN_NAME)) ||
        (one < other ? -1 : 1),
    )
    .map(([project]) => project);
}
