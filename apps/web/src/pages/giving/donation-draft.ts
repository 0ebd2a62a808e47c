/** A donation as it is being written, and what of it is missing. */
import type { Donation } from "@headwater/contract/donations";
import { type DonationKind, parseDonationKind } from "@headwater/domain/donation";
import type { Language } from "@headwater/ui/format";
import type { server } from "../../server.ts";
import { readTypedAmount } from "./typed-amount.ts";

export type NewDonation = Parameters<typeof server.recordDonation>[0];

export interface DraftShare {
  readonly project: string;
  readonly name: string;
  readonly weight: string;
}

export interface Draft {
  readonly payee: string;
  readonly amount: string;
  readonly currency: string;
  readonly day: string;
  readonly kind: DonationKind;
  readonly goesTo: "projects" | "tail" | "pooled";
  readonly shares: readonly DraftShare[];
  readonly reference: string;
  /** Whether more than a logo or thanks came back. */
  readonly cameBack: "unsaid" | "no" | "yes";
}

export type DraftProblem = "payee" | "amount" | "project" | "weight";

/** The donation to send, or the first things that are missing. */
export function donationOf(draft: Draft, language: Language): NewDonation | readonly DraftProblem[] {
  const amount = readTypedAmount(draft.amount, language);
  const shares = draft.shares.filter(({ project }) => project !== "");
  const problems: DraftProblem[] = [];
  if (draft.payee.trim() === "") problems.push("payee");
  if (amount === null || !/[1-9]/.test(amount)) problems.push("amount");
  if (draft.goesTo === "projects" && shares.length === 0) problems.push("project");
  if (draft.goesTo === "projects" && shares.some(({ weight }) => !/^[1-9]\d{0,8}$/.test(weight)))
    problems.push("weight");
  if (problems.length > 0 || amount === null) return problems;
  return {
    payee: draft.payee.trim(),
    amount,
    currency: draft.currency.trim().toUpperCase(),
    day: draft.day,
    kind: draft.kind,
    ...(draft.goesTo === "tail" ? { tail: true as const } : {}),
    ...(draft.goesTo === "pooled" ? { pooled: true as const } : {}),
    ...(draft.goesTo === "projects"
      ? { projects: shares.map(({ project, weight }) => ({ project, weight: Number(weight) })) }
      : {}),
    ...(draft.reference.trim() === "" ? {} : { reference: draft.reference.trim() }),
    ...(draft.cameBack === "unsaid" ? {} : { pledge: { beyondIncidentalBenefit: draft.cameBack === "yes" } }),
  };
}

/** The same donation once more; null where its payee was erased, because nobody could be named. */
export function againOf(row: Donation): NewDonation | null {
  const kind = parseDonationKind(row.kind);
  if (kind === null || row.payee === null) return null;
  return {
    payee: row.payee,
    amount: row.amount,
    currency: row.currency,
    day: row.day,
    kind,
    basis: row.basis,
    ...(row.attribution === "tail" ? { tail: true as const } : {}),
    ...(row.attribution === "pooled" ? { pooled: true as const } : {}),
    ...(row.attribution === "projects"
      ? { projects: row.shares.map(({ project, weight }) => ({ project, weight: Number(weight) })) }
      : {}),
    ...(row.channel === null ? {} : { channel: row.channel }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    // Of the answers about the Pledge only their outcome is told: it is kept.
    ...(kind === "contract" || kind === "event"
      ? { pledge: { beyondIncidentalBenefit: !row.pledgeEligible } }
      : {}),
  };
}
