import { contributionKinds } from "@headwater/domain/contribution";
import { donationKinds } from "@headwater/domain/donation";
import { z } from "zod";
import { Basis, Money, Period, ProjectReference } from "./words.ts";

/** What was given in time, summed over the rows that a filter chooses. */
export const ReadGivenTime = z.object({
  period: Period,
  project: ProjectReference.optional(),
  team: z.string().max(120).optional(),
  kind: z.enum(contributionKinds).optional(),
  basis: Basis.optional(),
  /** Only the rows of whoever asks. */
  mine: z.stringbool().or(z.boolean()).optional(),
});
export type ReadGivenTime = z.output<typeof ReadGivenTime>;

const Minutes = z.number().int();

const DaysOf = z.object({ start: z.string(), end: z.string() });

export const GivenTime = z.object({
  /** Half-open. */
  period: DaysOf,
  currency: z.string(),
  /** Rows that stand; those that were taken back and their reversals leave no trace. */
  rows: z.number().int().nullable(),
  minutes: Minutes.nullable(),
  value: Money.nullable(),
  /** Why the three above are unknown: they would say what a person did. */
  minutesUnknown: z.string().optional(),
  /** Rows whose value nobody knows, such as those without a rate; they are not in the value. */
  unknownRows: z.number().int(),
  /** Every month of the period, in order. */
  byMonth: z.array(z.object({ month: z.string(), logged: Minutes, imported: Minutes, estimated: Minutes })),
  /** Largest first. Whoever may not see the rows of people sees the whole months of the period and no kind of fewer than three. */
  byKind: z.array(z.object({ kind: z.string(), minutes: Minutes })),
  /** Minutes of kinds that are shown only together. */
  otherKinds: Minutes,
});
export type GivenTime = z.output<typeof GivenTime>;

/** What was given in money and in kind. A team gives no money; the company does. */
export const ReadGivenMoney = z.object({
  period: Period,
  project: ProjectReference.optional(),
  kind: z.enum(donationKinds).optional(),
  basis: Basis.optional(),
});
export type ReadGivenMoney = z.output<typeof ReadGivenMoney>;

export const GivenMoney = z.object({
  period: DaysOf,
  currency: z.string(),
  rows: z.number().int(),
  /** Cash that counts for the Open Source Pledge; a part of the cash. */
  eligibleCash: z.string(),
  cash: z.string(),
  inKind: z.string(),
  /** Of cash and in-kind together: what went to the tail, and what counts for no project. */
  toTail: z.string(),
  pooled: z.string(),
  unknownRows: z.number().int(),
  /** What was paid in rows without an exchange rate, by currency; it is in no figure above. */
  unknown: z.array(Money.extend({ rows: z.number().int() })),
  byMonth: z.array(
    z.object({ month: z.string(), eligibleCash: z.string(), otherCash: z.string(), inKind: z.string() }),
  ),
});
export type GivenMoney = z.output<typeof GivenMoney>;
