import type { LoosePackage, Proposal } from "./queries.ts";
import { t } from "./texts.ts";

/** What is to be decided next: a proposal with all that it covers, or a package that stands alone. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly packages: readonly string[];
  readonly usageShare: number | null;
  readonly proposal: { readonly pattern: string; readonly project: string; readonly reason: string } | null;
  /** Of a package: where it is used. */
  readonly loose: LoosePackage | null;
}

export function ofProposal(proposal: Proposal): Candidate {
  const { pattern, packages, usageShare } = proposal;
  return { key: pattern, name: pattern, packages, usageShare, proposal, loose: null };
}

export function ofPackage(loose: LoosePackage): Candidate {
  const { package: purl, name, usageShare, proposal } = loose;
  return { key: purl, name, packages: [purl], usageShare, proposal, loose };
}

/** The rows that hold what the reader looks for, in their name or their project. */
export function matching(candidates: readonly Candidate[], q: string | undefined): readonly Candidate[] {
  const sought = (q ?? "").trim().toLowerCase();
  if (sought === "") return candidates;
  return candidates.filter(({ key, name, proposal }) =>
    [key, name, proposal?.project ?? ""].some((text) => text.toLowerCase().includes(sought)),
  );
}

export function meaningOf({ proposal, loose }: Candidate): string {
  if (loose === null) return proposal?.project ?? "";
  return loose.products.map(({ name }) => name).join(", ");
}

/** The rules of the candidates, each once, with the packages among them. */
export function rulesOf(candidates: readonly Candidate[]) {
  const rules = new Map<
    string,
    { pattern: string; project: string; packages: string[]; usageShare: number | null }
  >();
  for (const { proposal, packages, usageShare } of candidates) {
    if (proposal === null) continue;
    const known = rules.get(proposal.pattern);
    if (known === undefined)
      rules.set(proposal.pattern, {
        pattern: proposal.pattern,
        project: proposal.project,
        packages: [...packages],
        usageShare,
      });
    else {
      known.packages.push(...packages);
      known.usageShare = (known.usageShare ?? 0) + (usageShare ?? 0);
    }
  }
  return [...rules.values()];
}

/** The usage of all the rules together; null where that of one is not known. */
export function shareOf(rules: readonly { readonly usageShare: number | null }[]): number | null {
  if (rules.some(({ usageShare }) => usageShare === null)) return null;
  return rules.reduce((sum, { usageShare }) => sum + (usageShare ?? 0), 0);
}

export function directness(direct: boolean | null): string {
  if (direct === null) return t().directUnknown;
  return direct ? t().direct : t().indirect;
}
