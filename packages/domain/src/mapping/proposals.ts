import { proposedProject, type ProposedProject } from "../package/index.ts";

export interface MappingProposal extends ProposedProject {
  /** Versionless purls that it would move, in the order in which they were given. */
  readonly packages: readonly string[];
}

/** What the customs of their ecosystems suggest for packages that stand alone; what covers most comes first, equals by pattern. */
export function mappingProposals(purls: Iterable<string>): MappingProposal[] {
  const proposals = new Map<string, { readonly proposed: ProposedProject; readonly packages: string[] }>();
  for (const purl of purls) {
    const proposed = proposedProject(purl);
    if (proposed === null) continue;
    const known = proposals.get(proposed.pattern);
    if (known === undefined) proposals.set(proposed.pattern, { proposed, packages: [purl] });
    else known.packages.push(purl);
  }
  return Array.from(proposals.values(), ({ proposed, packages }) => ({ ...proposed, packages })).sort(
    (one, other) => other.packages.length - one.packages.length || (one.pattern < other.pattern ? -1 : 1),
  );
}
