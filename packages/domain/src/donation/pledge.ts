import { isCash } from "./kind.ts";
import type { DonationKind } from "./kind.ts";

/** What the Open Source Pledge asks of a payment; null where nobody has said. */
export interface PledgeFacts {
  readonly kind: DonationKind;
  /** The company owns the project's trademark. */
  readonly trademarkOwned: boolean | null;
  /** The project exclusively benefits the company's own ecosystem. */
  readonly benefitsOnlyOwnEcosystem: boolean | null;
  /** The payee is employed by the company to maintain the project. */
  readonly payeeEmployed: boolean | null;
  /** More than a logo, an acknowledgement or an hour or two of consulting came back. */
  readonly beyondIncidentalBenefit: boolean | null;
  /** The project's licence meets the Open Source Definition, or the payee is a foundation. */
  readonly openSourceOrFoundation: boolean | null;
}

export type PledgeReason =
  | "in-kind"
  | "trademark-owned"
  | "own-ecosystem"
  | "salary"
  | "beyond-incidental-benefit"
  | "not-open-source"
  | "buys-work"
  | "buys-presence";

export type PledgeEligibility =
  | { readonly kind: "eligible" }
  | { readonly kind: "not-eligible"; readonly reason: PledgeReason; readonly message: string }
  | { readonly kind: "unknown"; readonly reason: PledgeReason; readonly message: string };

/**
 * Whether a payment counts towards the Pledge (opensourcepledge.com: no-strings cash to open source projects, or to a
 * foundation). One fact against it decides; without one, a kind that usually buys something (contract, event) counts
 * only once somebody has said that no more than an incidental benefit came back. For the other kinds what nobody has
 * said does not count against them.
 */
export function pledgeEligible(donation: PledgeFacts): PledgeEligibility {
  if (!isCash(donation.kind)) return not("in-kind", "In-kind gifts do not count; only cash does.");
  if (donation.trademarkOwned === true)
    return not("trademark-owned", "The company owns the project's trademark.");
  if (donation.benefitsOnlyOwnEcosystem === true)
    return not("own-ecosystem", "The project benefits only the company's own ecosystem.");
  if (donation.payeeEmployed === true) return not("salary", "Salaries of employed maintainers do not count.");
  if (donation.openSourceOrFoundation === false)
    return not("not-open-source", "The payee is neither an open source project nor a foundation.");
  if (donation.beyondIncidentalBenefit === true)
    return not("beyond-incidental-benefit", "More than an incidental benefit came back.");
  if (donation.beyondIncidentalBenefit === false) return { kind: "eligible" };
  if (donation.kind === "contract")
    return unsaid("buys-work", "Say whether the contract bought more than an hour or two of consulting.");
  if (donation.kind === "event")
    return unsaid("buys-presence", "Say whether the event gave more than a logo or an acknowledgement.");
  return { kind: "eligible" };
}

function not(reason: PledgeReason, message: string): PledgeEligibility {
  return { kind: "not-eligible", reason, message };
}

function unsaid(reason: PledgeReason, message: string): PledgeEligibility {
  return { kind: "unknown", reason, message };
}
