/** The closed list of kinds of money, each with whether money really moves. */
export const DONATION_KINDS = {
  sponsorship: "cash",
  donation: "cash",
  membership: "cash",
  bounty: "cash",
  contract: "cash",
  grant: "cash",
  event: "cash",
  "in-kind": "in-kind",
  "matched-giving": "cash",
} as const;

export type DonationKind = keyof typeof DONATION_KINDS;

export function parseDonationKind(text: string): DonationKind | null {
  return isKind(text) ? text : null;
}

/** In-kind gifts (credits, hardware, licences) stand in their own column beside cash. */
export function isCash(kind: DonationKind): boolean {
  return DONATION_KINDS[kind] === "cash";
}

function isKind(text: string): text is DonationKind {
  return Object.hasOwn(DONATION_KINDS, text);
}

/** The kinds as a list, in the order above. */
export const donationKinds: readonly DonationKind[] = Object.keys(DONATION_KINDS).filter(isKind);
