import { z } from "zod";
import { LooseName, Page, pageOf, Period, ProjectReference, Text } from "./words.ts";

/** What a round is made of. Amounts are decimal strings in the organization's currency. */
const Settings = {
  period: Period,
  budget: z.string().max(40).meta({ description: "How much is to be given.", example: "80000" }),
  floor: z.string().max(40).optional().meta({
    description: "The smallest gift to one project, in whole steps; by the settings where it is left out.",
  }),
  cap: z
    .string()
    .max(40)
    .nullable()
    .optional()
    .meta({ description: "The largest gift to one project; null where only its gap bounds it." }),
  step: z.string().max(40).optional().meta({
    description: "Gifts that nobody locked are multiples of it; a round figure where it is left out.",
  }),
};
const id = z.string().max(60);
const version = z.coerce
  .number()
  .int()
  .min(1)
  .meta({ description: "The version that was looked at; another one in between is refused with 412." });
const unknownReason = z.string().optional().meta({ description: "Why the value beside it is null." });
const share = z.number().nullable();
const amount = z.string().nullable();

export const CreateRound = z.object({ name: LooseName, ...Settings });
export type CreateRound = z.output<typeof CreateRound>;
export const PreviewRound = z.object({
  ...Settings,
  others: z.coerce.number().int().min(0).max(1000).default(20),
});
export type PreviewRound = z.output<typeof PreviewRound>;

/** A budget being split. */
export const Round = z.object({
  id: z.string(),
  name: z.string(),
  period: z.string(),
  currency: z.string(),
  budget: z.string(),
  floor: z.string(),
  cap: amount,
  step: z.string(),
  version: z.number().int(),
  createdBy: z
    .string()
    .optional()
    .meta({ description: "Who began it, as audit rows call who acted; for those who may read them." }),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type Round = z.output<typeof Round>;
export const ListRounds = z.object({ ...Page });
export const Rounds = pageOf(Round);

export const ChangeRound = z.object({
  id,
  version,
  name: LooseName.optional(),
  period: z.string().max(40).optional(),
  budget: z.string().max(40).optional(),
  floor: z.string().max(40).optional(),
  cap: z.string().max(40).nullable().optional(),
  step: z.string().max(40).optional(),
});
export type ChangeRound = z.output<typeof ChangeRound>;
export const RemoveRound = z.object({ id, version });
export const RemovedRound = z.object({ id: z.string() });

/** What somebody decided on a line; all null is no decision. */
export const Decision = z.object({
  locked: amount.meta({ description: "The amount, whatever the rule says." }),
  leftOut: z.string().nullable().meta({ description: "Why it is left out." }),
  payee: z.string().nullable().meta({ description: "The address of the way to pay that was chosen." }),
});
export type Decision = z.output<typeof Decision>;

/** What is left out of it stays as it was; locking brings a line back in, leaving it out unlocks it. */
export const DecideLine = z.object({
  id,
  version,
  project: ProjectReference,
  locked: z.string().max(40).nullable().optional(),
  leftOut: Text(300).nullable().optional(),
  payee: z
    .string()
    .max(2000)
    .nullable()
    .optional()
    .meta({ description: "The address of one of the line's ways." }),
});
export type DecideLine = z.output<typeof DecideLine>;
export const DecidedLine = z.object({
  round: Round,
  project: z.string(),
  decision: Decision,
  before: Decision,
});
export type DecidedLine = z.output<typeof DecidedLine>;

/** A way to pay that our files name. `csv`: in the file of GitHub Sponsors; `link`: at its address. */
export const Payee = z.object({
  url: z.string(),
  platform: z.string(),
  handle: z.string().nullable(),
  source: z.string().meta({ description: "Where it was read." }),
  as: z.enum(["csv", "link"]),
});
export type Payee = z.output<typeof Payee>;

export const giftReasons = [
  "by-gap",
  "capped",
  "locked",
  "left-out",
  "below-smallest-gift",
  "no-gap",
  "budget-used",
] as const;

/** One project of a round. A null stands beside `<name>Unknown` with the reason. */
export const RoundLine = z.object({
  id: z.string(),
  project: z.string(),
  name: z.string(),
  provisional: z.boolean(),
  usageShare: z.number(),
  given: amount,
  givenUnknown: unknownReason,
  fairShare: amount,
  fairShareUnknown: unknownReason,
  gap: amount,
  gapUnknown: unknownReason,
  suggested: z.string().meta({ description: "By the rule alone, as if nobody had decided anything." }),
  final: z.string(),
  reason: z.enum(giftReasons),
  locked: amount,
  paid: z.string().optional().meta({
    description:
      "Of a locked gift, what the project was given in cash since the day the round began; not there where nothing was.",
  }),
  leftOut: z.string().nullable(),
  payee: Payee.nullable().meta({
    description: "Null where our files name no way to pay, or not the chosen one any more: ask first.",
  }),
  payeeGone: z.string().optional().meta({
    description: "The way that was chosen and that our files do not name any more; choose another one.",
  }),
  ways: z.array(Payee),
});
export type RoundLine = z.output<typeof RoundLine>;

/** The company's figures as the ratios have them. */
export const RoundFigures = z.object({
  giveBackOfTarget: share,
  giveBackOfTargetUnknown: unknownReason,
  coverage: share,
  coverageUnknown: unknownReason,
  alignment: share,
  alignmentUnknown: unknownReason,
  monthsBehind: share,
  monthsBehindUnknown: unknownReason,
  gap: amount,
  gapUnknown: unknownReason,
});
export type RoundFigures = z.output<typeof RoundFigures>;

/** Lines that are paid together: one maintainer carries many projects. `payee` null: ask first. */
export const PayeeSum = z.object({
  payee: Payee.nullable(),
  amount: z.string(),
  projects: z.array(z.object({ project: z.string(), name: z.string(), amount: z.string() })),
});
export type PayeeSum = z.output<typeof PayeeSum>;

/** How a budget is split, what that does to the figures, and who is paid. */
export const Plan = z.object({
  round: Round.nullable().meta({ description: "Null in a preview." }),
  currency: z.string(),
  period: z.object({ start: z.string(), end: z.string(), timeZone: z.string() }),
  target: amount,
  targetUnknown: unknownReason,
  budget: z.string(),
  floor: z.string(),
  cap: amount,
  step: z.string(),
  locked: z.string(),
  proposed: z.string(),
  reserve: z.string(),
  allocated: z.string().meta({ description: "Locked and proposed together." }),
  before: RoundFigures,
  after: RoundFigures,
  /** Every line with a gift or a decision and the largest gaps of the others, in the order of the gaps. */
  lines: z.array(RoundLine),
  /** Lines that are not here, as `q` or the number of others leaves them out. */
  more: z.number().int(),
  projects: z.number().int().meta({ description: "That are used in the period." }),
  counts: z.object({
    gifts: z.number().int(),
    locked: z.number().int(),
    leftOut: z.number().int(),
    belowSmallestGift: z.number().int(),
    budgetUsed: z.number().int(),
    noGap: z.number().int(),
  }),
  /** The smallest gap that the rule gave to; null where it gave to none. */
  reachesGap: amount,
  largestFairShare: amount,
  payees: z.array(PayeeSum),
  sponsors: z.object({
    rows: z.number().int(),
    files: z.number().int(),
    /** In whole US dollars; null where there is no exchange rate for today. */
    dollars: amount,
  }),
  definitionVersion: z.string(),
});
export type Plan = z.output<typeof Plan>;

export const ReadPlan = z.object({
  id,
  q: z.string().max(200).optional().meta({ description: "Part of a project's name: only such lines." }),
  others: z.coerce
    .number()
    .int()
    .min(0)
    .max(20_000)
    .default(40)
    .meta({ description: "How many lines without a gift or decision come along, the largest gaps first." }),
});
export type ReadPlan = z.output<typeof ReadPlan>;

/** All lines, as a table for elsewhere. */
export const ListRoundLines = z.object({ id });
export const RoundLines = z.object({
  items: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      usageShare: z.number(),
      currency: z.string(),
      given: amount,
      fairShare: amount,
      gap: amount,
      suggested: z.string(),
      final: z.string(),
      reason: z.enum(giftReasons),
      toPay: z.string().meta({ description: "The gift without what was paid of it already." }),
      leftOut: z.string().nullable(),
      paidThrough: z.string().nullable(),
      account: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
});

/** GitHub's bulk sponsorships: at most 100 rows a file, so there may be several. */
export const ReadSponsors = z.object({ id, part: z.coerce.number().int().min(1).default(1) });
export const Sponsors = z.object({
  part: z.number().int(),
  parts: z.number().int(),
  items: z.array(
    z.object({
      username: z.string(),
      amount: z.number().int().meta({ description: "Whole US dollars." }),
    }),
  ),
});
