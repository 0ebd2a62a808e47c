import { z } from "zod";
import { RatioRow, Summary, TrendPoint, Trend } from "./ratios.ts";
import { Period } from "./words.ts";

export const ReadReport = z.object({ period: Period, team: z.string().max(120).optional() });
export type ReadReport = z.output<typeof ReadReport>;

const amount = z.string().nullable();
const unknownReason = z.string().optional().meta({ description: "Why the value beside it is null." });

/** Several lines of the ledger as one. Amounts in the organization's currency. */
export const ReportLine = z.object({
  projects: z.number().int(),
  usageShare: z.number(),
  fairShare: amount,
  fairShareUnknown: unknownReason,
  giveBack: amount,
  giveBackUnknown: unknownReason,
  gap: amount,
  gapUnknown: unknownReason,
});
export type ReportLine = z.output<typeof ReportLine>;

/** Where we depend and what we gave: `projects`, `others` and `tail` sum to `total`, to the cent. */
export const ReportLedger = z.object({
  projects: z.array(RatioRow).meta({ description: "The largest gaps outside the tail." }),
  others: ReportLine.meta({ description: "All others outside the tail." }),
  tail: ReportLine.meta({
    description: "The projects below the smallest sensible gift, with what went to all of them.",
  }),
  total: ReportLine,
});
export type ReportLedger = z.output<typeof ReportLedger>;

/** Cash and time side by side; `cash` is the first two lines, `total` all lines. */
export const ReportGiving = z.object({
  cashToProjects: z.string(),
  cashPooled: z
    .string()
    .meta({ description: "Memberships without a purpose: for the company, for no project." }),
  cash: z.string(),
  inKind: z.string(),
  time: z.array(
    z.object({
      basis: z.enum(["logged", "imported", "estimated"]),
      minutes: z.number().int(),
      value: z.string(),
    }),
  ),
  total: z.string(),
  unknownRows: z.number().int().meta({ description: "Rows without a rate; they are in no amount." }),
});
export type ReportGiving = z.output<typeof ReportGiving>;

const Figures = TrendPoint.pick({
  coverage: true,
  coverageUnknown: true,
  monthsBehind: true,
  monthsBehindUnknown: true,
});

/** What a round would take and do that gives every project its gap, but for the tail: by the rule of rounds and the formulas of the figures. */
export const ReportDecision = z.object({
  amount: z.string(),
  projects: z.number().int(),
  largest: z
    .array(RatioRow.pick({ id: true, project: true, name: true, gap: true }))
    .meta({ description: "The first of them, the largest gap first." }),
  before: Figures,
  after: Figures,
});
export type ReportDecision = z.output<typeof ReportDecision>;

/** A project that much of what we run rests on and that received nothing: facts of our files and ledgers only. */
export const ReportExposure = RatioRow.pick({
  id: true,
  project: true,
  name: true,
  reach: true,
  usageShare: true,
  gap: true,
  gapUnknown: true,
  channels: true,
}).extend({ productsWithIt: z.number().int() });
export type ReportExposure = z.output<typeof ReportExposure>;

/** Whether the books of all the months of the period are closed. */
export const ReportBooks = z.object({
  state: z.enum(["open", "soft-closed", "closed"]),
  since: z
    .string()
    .nullable()
    .meta({ description: "When the last of them was closed; null while they are open." }),
  by: z.string().nullable().meta({
    description: "Who did that; null for those who may not read people, and where it was no person.",
  }),
});
export type ReportBooks = z.output<typeof ReportBooks>;

/** The company on one page, all of it read at one moment. */
export const Report = z.object({
  organization: z.string(),
  period: z.string().meta({ description: "As it is written: 2026-Q3." }),
  books: ReportBooks,
  summary: Summary,
  trend: Trend,
  ledger: ReportLedger,
  giving: ReportGiving,
  decision: ReportDecision.nullable(),
  decisionUnknown: unknownReason,
  exposure: z.array(ReportExposure),
});
export type Report = z.output<typeof Report>;
