export { DONATION_KINDS, isCash, parseDonationKind } from "./kind.ts";
export type { DonationKind } from "./kind.ts";
export { attributeDonation, parseAttribution, splitDonation } from "./attribution.ts";
export type { AttributedPart, AttributionError, DonationAttribution, ProjectShare } from "./attribution.ts";
export { pledgeEligible } from "./pledge.ts";
export type { PledgeEligibility, PledgeFacts, PledgeReason } from "./pledge.ts";
export { checkDonationSign, reversalOf } from "./reversal.ts";
export type { DonationRow, DonationSignError } from "./reversal.ts";
export { donationKinds } from "./kind.ts";
