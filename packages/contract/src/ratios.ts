import { figureNames } from "@headwater/domain/ratio";
import { z } from "zod";
import { Basis, Page, Period, ProjectReference } from "./words.ts";
import { Channel } from "./mapping.ts";

/** Filters that every figure shares. */
const Filters = {
  period: Period,
  team: z.string().max(120).optional(),
  ecosystem: z.string().max(40).optional(),
  product: z.string().max(120).optional(),
  basis: Basis.optional(),
};

export const ReadRatios = z.object({
  ...Filters,
  by: z.enum(["project", "team", "ecosystem"]).default("project"),
  ...Page,
});
export type ReadRatios = z.output<typeof ReadRatios>;

const unknownReason = z.string().optional().meta({ description: "Why the value beside it is null." });

/** One line. Amounts are in the organization's currency; a null stands beside `<name>Unknown` with the reason. */
export const RatioRow = z.object({
  id: z.string(),
  project: z.string().optional(),
  team: z.string().optional(),
  ecosystem: z.string().optional(),
  name: z.string(),
  usageShare: z.number().nullable(),
  usageShareUnknown: unknownReason,
  reach: z.number().nullable(),
  reachUnknown: unknownReason,
  minutes: z.number().int().nullable(),
  minutesUnknown: unknownReason,
  timeValue: z.string().nullable(),
  timeValueUnknown: unknownReason,
  cash: z.string().nullable(),
  cashUnknown: unknownReason,
  inKind: z.string().nullable(),
  inKindUnknown: unknownReason,
  giveBack: z.string().nullable(),
  giveBackUnknown: unknownReason,
  giveBackShare: z.number().nullable(),
  giveBackShareUnknown: unknownReason,
  ratio: z.number().nullable(),
  ratioUnknown: unknownReason,
  fairShare: z.string().nullable(),
  fairShareUnknown: unknownReason,
  fairShareMet: z.number().nullable(),
  fairShareMetUnknown: unknownReason,
  gap: z.string().nullable(),
  gapUnknown: unknownReason,
  tail: z.boolean(),
  provisional: z.boolean(),
  beyondInventory: z.boolean(),
  unknownRows: z.number().int(),
  channels: z.array(Channel.pick({ url: true, platform: true, source: true })),
});
export type RatioRow = z.output<typeof RatioRow>;

export const Ratios = z.object({
  items: z.array(RatioRow),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  currency: z.string(),
  period: z.object({ start: z.string(), end: z.string(), timeZone: z.string() }),
  notes: z.array(z.string()),
  definitionVersion: z.string(),
});
export type Ratios = z.output<typeof Ratios>;

/** The company's figures, and how they came to be: no ecosystem filter, since a target is not set for one. */
export const ReadSummary = z.object({
  period: Filters.period,
  team: Filters.team,
  product: Filters.product,
  basis: Filters.basis,
});
export type ReadSummary = z.output<typeof ReadSummary>;

const amount = z.string().nullable();
const share = z.number().nullable();

/** Where a low figure is raised: a screen opens what it knows, the machine interface and the command line do the rest. */
export const ConfidenceAction = z.object({
  measure: z.string(),
  action: z.string(),
  target: z.object({
    kind: z.enum(["imports", "mapping-proposals", "products", "contributions", "people"]),
    parameters: z.record(z.string(), z.string()),
  }),
  /** The command that does it, as it is typed; null where there is none yet. */
  command: z.string().nullable(),
  /** The call of the machine interface that does it. */
  call: z.string(),
});
export type ConfidenceAction = z.output<typeof ConfidenceAction>;

export const Summary = z.object({
  period: z.object({ start: z.string(), end: z.string(), timeZone: z.string() }),
  asOf: z.string(),
  currency: z.string(),
  target: amount,
  targetUnknown: unknownReason,
  giveBack: z.string(),
  time: z.string(),
  minutes: z.number().int(),
  cash: z.string(),
  inKind: z.string(),
  pooled: z.string(),
  byBasis: z.object({ logged: z.string(), imported: z.string(), estimated: z.string() }),
  unknownRows: z.number().int(),
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
  /** `unknown` is the reason for whichever of the figures beside it is null. */
  concentration: z.object({
    hhi: share,
    hhiUnknown: unknownReason,
    gini: share,
    giniUnknown: unknownReason,
    top5: share,
    top5Unknown: unknownReason,
    unknown: unknownReason,
  }),
  tail: z.object({
    projects: z.number().int(),
    usageShare: z.number(),
    fairShare: amount,
    fairShareUnknown: unknownReason,
    giveBack: amount,
    giveBackUnknown: unknownReason,
    gap: amount,
    gapUnknown: unknownReason,
    unknown: unknownReason,
  }),
  pledge: z.object({
    eligibleCash: z.string(),
    developers: share,
    developersUnknown: unknownReason,
    perDeveloper: amount,
    perDeveloperUnknown: unknownReason,
    currency: z.string(),
    unknown: unknownReason,
  }),
  projects: z.number().int(),
  products: z.number().int(),
  /** The five projects that we stand on most, or as many as there are. */
  mostUsed: z.object({
    projects: z.number().int(),
    withoutGiving: z.number().int().nullable().meta({ description: "Those of them that received nothing." }),
    withoutGivingUnknown: unknownReason,
  }),
  received: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Projects that received something; null where that would tell what a person did." }),
  confidence: z.object({
    seenProducts: share,
    seenProductsUnknown: unknownReason,
    confirmedUsage: share,
    confirmedUsageUnknown: unknownReason,
    assumedUsage: share,
    assumedUsageUnknown: unknownReason,
    loggedHours: share,
    loggedHoursUnknown: unknownReason,
    linkedPeople: share,
    linkedPeopleUnknown: unknownReason,
    partial: z.boolean(),
    actions: z.array(ConfidenceAction),
  }),
  notes: z.array(z.string()),
  definitionVersion: z.string(),
});
export type Summary = z.output<typeof Summary>;

/** The figures of one period, half-open days. A null stands beside `<name>Unknown` with the reason. */
export const TrendPoint = z.object({
  start: z.string(),
  end: z.string(),
  giveBack: amount,
  giveBackUnknown: unknownReason,
  giveBackOfTarget: share,
  giveBackOfTargetUnknown: unknownReason,
  coverage: share,
  coverageUnknown: unknownReason,
  alignment: share,
  alignmentUnknown: unknownReason,
  monthsBehind: share,
  monthsBehindUnknown: unknownReason,
});
export type TrendPoint = z.output<typeof TrendPoint>;

export const Trend = z.object({
  currency: z.string(),
  before: TrendPoint.nullable().meta({ description: "The period of the same length just before." }),
  yearBefore: TrendPoint.nullable().meta({ description: "The same days of the year before." }),
  points: z.array(TrendPoint).meta({
    description:
      "Periods of the same length that end with each of the last months, the earliest first; the last one is the period itself.",
  }),
  definitionVersion: z.string(),
});
export type Trend = z.output<typeof Trend>;

export const AskWhy = z.object({
  number: z.enum(figureNames),
  project: ProjectReference.optional(),
  ...Filters,
});
export type AskWhy = z.output<typeof AskWhy>;

/** A figure, how it comes about, and the rows from which it can be computed again. */
export const Why = z.object({
  number: z.enum(figureNames),
  project: z.string().nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  valueUnknown: unknownReason,
  formula: z.string(),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.union([z.number(), z.string()]).nullable(),
      unit: z.string().nullable(),
    }),
  ),
  unknowns: z.array(z.object({ what: z.string(), reason: z.string(), rows: z.number().int() })),
  rows: z.object({
    contributions: z.array(z.string()),
    donations: z.array(z.string()),
    snapshots: z.array(z.string()),
    targets: z.array(z.string()),
    headcounts: z.array(z.string()),
    /** Days half-open, null is open. Whole units of 1e-15 of the product. */
    masses: z.array(
      z.object({
        product: z.string(),
        project: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        mass: z.number(),
        runtime: z.boolean(),
      }),
    ),
    eras: z.array(
      z.object({
        product: z.string(),
        points: z.number(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        kept: z.number(),
      }),
    ),
  }),
  definitionVersion: z.string(),
});
export type Why = z.output<typeof Why>;
