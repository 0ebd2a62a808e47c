import { allocate } from "../allocation/index.ts";

export interface ProjectShare {
  /** Project id or slug, as the caller keeps it. */
  readonly project: string;
  /** A positive integer; only the proportion counts. */
  readonly weight: bigint;
}

/** To projects by weight; to the tail (an ecosystem fund); or pooled: it counts for the company, for no project. */
export type DonationAttribution =
  | { readonly to: "projects"; readonly shares: readonly ProjectShare[] }
  | { readonly to: "tail" }
  | { readonly to: "pooled" };

export interface AttributionError {
  readonly code: "no-projects" | "bad-weight" | "project-twice" | "too-many-projects";
  readonly message: string;
}

export interface AttributedPart {
  readonly project: string;
  readonly amountMinor: bigint;
}

const MAX_PROJECTS = 1_000;
const MAX_WEIGHT = 1_000_000_000_000n;

/** Checks what a person wrote: at least one project, each once, weights positive integers up to a million million. */
export function parseAttribution(
  shares: readonly ProjectShare[],
): DonationAttribution | { readonly error: AttributionError } {
  if (shares.length === 0)
    return refuse("no-projects", "Name at least one project, or give the money to the tail or as pooled.");
  if (shares.length > MAX_PROJECTS)
    return refuse("too-many-projects", `Name at most ${MAX_PROJECTS} projects.`);
  if (shares.some(({ weight }) => weight < 1n || weight > MAX_WEIGHT))
    return refuse("bad-weight", "Write each weight as a whole number above zero.");
  if (new Set(shares.map(({ project }) => project)).size < shares.length)
    return refuse("project-twice", "Name each project once.");
  return { to: "projects", shares };
}

/** Parts by largest remainder that sum to the amount exactly; null where the weights cannot split anything (all zero, none, negative). */
export function splitDonation(amountMinor: bigint, weights: readonly bigint[]): bigint[] | null {
  return allocate(amountMinor, weights);
}

/** What each project receives; empty for the tail and for pooled money, which no project does. */
export function attributeDonation(amountMinor: bigint, attribution: DonationAttribution): AttributedPart[] {
  if (attribution.to !== "projects") return [];
  const parts =
    splitDonation(
      amountMinor,
      attribution.shares.map(({ weight }) => weight),
    ) ?? [];
  return parts.map((part, index) => ({
    project: attribution.shares[index]?.project ?? "",
    amountMinor: part,
  }));
}

function refuse(code: AttributionError["code"], message: string): { readonly error: AttributionError } {
  return { error: { code, message } };
}
