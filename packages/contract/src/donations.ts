import { donationKinds } from "@headwater/domain/donation";
import { z } from "zod";
import { Basis, CalendarDay, Money, Page, pageOf, ProjectReference, Text } from "./words.ts";

export const RecordDonation = z
  .object({
    payee: Text(200),
    amount: Money.shape.amount,
    currency: Money.shape.currency,
    day: CalendarDay,
    kind: z.enum(donationKinds),
    project: ProjectReference.optional(),
    projects: z
      .array(
        z.object({
          project: ProjectReference,
          weight: z
            .number()
            .int("weights are whole numbers")
            .min(1, "a weight is at least 1")
            .max(1_000_000_000),
        }),
      )
      .min(1)
      .max(1000)
      .optional(),
    tail: z.literal(true).optional(),
    pooled: z.literal(true).optional(),
    channel: Text(500).optional(),
    reference: Text(300).optional(),
    /** What is known about eligibility for the Open Source Pledge (docs/how/ratios.md); what is left out is unknown. */
    pledge: z
      .object({
        trademarkOwned: z.boolean(),
        benefitsOnlyOwnEcosystem: z.boolean(),
        payeeEmployed: z.boolean(),
        beyondIncidentalBenefit: z.boolean(),
        openSourceOrFoundation: z.boolean(),
      })
      .partial()
      .optional(),
    basis: Basis.default("logged"),
  })
  .superRefine((donation, context) => {
    const chosen = [donation.project, donation.projects, donation.tail, donation.pooled].filter(
      (choice) => choice !== undefined,
    ).length;
    if (chosen !== 1)
      context.addIssue({
        code: "custom",
        path: ["projects"],
        message: "say where the money goes: give exactly one of project, projects, tail and pooled",
      });
  });
export type RecordDonation = z.output<typeof RecordDonation>;

export const Donation = z.object({
  id: z.string(),
  payee: z.string().nullable(),
  amount: z.string(),
  currency: z.string(),
  day: z.string(),
  kind: z.string(),
  basis: Basis,
  value: Money.nullable(),
  valueUnknown: z.string().optional(),
  attribution: z.enum(["projects", "tail", "pooled"]),
  shares: z.array(
    z.object({
      project: z.string(),
      projectName: z.string(),
      weight: z.string(),
      amount: z.string(),
      value: z.string().nullable(),
    }),
  ),
  channel: z.string().nullable(),
  reference: z.string().nullable(),
  pledgeEligible: z.boolean(),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
});
export type Donation = z.output<typeof Donation>;

export const ReadDonation = z.object({ id: z.string().max(60) });
export const ReverseDonation = z.object({ id: z.string().max(60), reason: Text(500) });
/** `from` and `to` are inclusive days. */
export const ListDonations = z.object({
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
  project: ProjectReference.optional(),
  team: z.string().max(120).optional(),
  basis: Basis.optional(),
  kind: z.enum(donationKinds).optional(),
  ...Page,
});
export type ListDonations = z.output<typeof ListDonations>;
export const Donations = pageOf(Donation);
