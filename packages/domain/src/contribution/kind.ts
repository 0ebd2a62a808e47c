/** How a row of time came to be: a person wrote or confirmed it, an import suggested it, or it was estimated. */
export type Basis = "logged" | "imported" | "estimated";

/** The closed list of kinds of time, each with its name in the CHAOSS metric "Types of Contributions", or the nearest one. */
export const CONTRIBUTION_KINDS = {
  code: "Writing Code",
  review: "Reviewing Code",
  triage: "Bug Triaging",
  docs: "Documentation Authorship",
  test: "Quality Assurance and Testing",
  "security-fix": "Security-Related Activities",
  "vulnerability-response": "Security-Related Activities",
  "build-release": "Quality Assurance and Testing",
  support: "User Support and Answering Questions",
  mentoring: "Teaching and Tutorial Building",
  governance: "Community Building and Management",
  community: "Community Building and Management",
  upstreaming: "Writing Code",
  maintenance: "Troubleshooting and Support",
} as const;

export type ContributionKind = keyof typeof CONTRIBUTION_KINDS;

export function parseContributionKind(text: string): ContributionKind | null {
  return isKind(text) ? text : null;
}

export function chaossTypeOf(kind: ContributionKind): string {
  return CONTRIBUTION_KINDS[kind];
}

function isKind(text: string): text is ContributionKind {
  return Object.hasOwn(CONTRIBUTION_KINDS, text);
}

/** The kinds as a list, in the order above. */
export const contributionKinds: readonly ContributionKind[] = Object.keys(CONTRIBUTION_KINDS).filter(isKind);
