import { z } from "zod";
import { Channel, PackageProject } from "./mapping.ts";
import { givingStates, sortKeys } from "./projects-table.ts";
import { RatioRow } from "./ratios.ts";
import { Basis, Period, ProjectReference, Text } from "./words.ts";

/** What one project's page and the table's columns beside the figures are made of. */
const Filters = {
  period: Period,
  team: z.string().max(120).optional(),
  basis: Basis.optional(),
};

const unknownReason = z.string().optional().meta({ description: "Why the value beside it is null." });

export const ReadProject = z.object({ project: ProjectReference, ...Filters });
export type ReadProject = z.output<typeof ReadProject>;

/** One project: its figures as in the table, where it stands among the others, what it is made of and how it is paid. */
export const ProjectFacts = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  provisional: z.boolean(),
  controlled: z.boolean(),
  currency: z.string(),
  period: z.object({ start: z.string(), end: z.string(), timeZone: z.string() }),
  /** Null where the company controls the project: it has no figures. */
  figures: RatioRow.nullable(),
  /** Among the projects of the period, 1 is the largest; null where it has no such figure. */
  ranks: z.object({
    usage: z.number().int().nullable(),
    gap: z.number().int().nullable(),
    projects: z.number().int(),
  }),
  /** Part of what was given that rests on estimates. */
  estimated: z.object({ minutes: z.number().int().nullable(), value: z.string().nullable() }),
  ecosystems: z.array(z.string()),
  /** The first packages of it in the order of their names; `packagesTotal` counts all. */
  packages: z.array(
    PackageProject.pick({ package: true, name: true, basis: true, evidence: true }).extend({
      since: z.string(),
    }),
  ),
  packagesTotal: z.number().int(),
  channels: z.array(Channel),
});
export type ProjectFacts = z.output<typeof ProjectFacts>;

export const ReadProjectUse = z.object({ project: ProjectReference });
export type ReadProjectUse = z.output<typeof ReadProjectUse>;

/** Whether a product contains a project; `unknown` where its inventories cannot say. */
export const Presence = z.enum(["contained", "absent", "unknown"]);
export type Presence = z.output<typeof Presence>;

/** Where a project is used: a line for each product, the most critical first. */
export const ProjectUse = z.object({
  /** Of all products, from the earliest to the latest. */
  versions: z.array(z.string()),
  products: z.array(
    z.object({
      product: z.string(),
      name: z.string(),
      tier: z.number().int(),
      team: z.string().nullable(),
      teamName: z.string().nullable(),
      presence: Presence,
      /** `no-inventory`, `stale-inventory` or `list-only`, where the inventories cannot say. */
      presenceUnknown: unknownReason,
      lastSeenAt: z.string().nullable(),
      /** The instant from which some version of it has been in force without a break; null where none is. */
      since: z.string().nullable(),
      /** Null where the inventories cannot tell. */
      direct: z.boolean().nullable(),
      scopes: z.array(z.string()),
      versions: z.array(
        z.object({
          version: z.string(),
          inForce: z.boolean(),
          since: z.string(),
          until: z.string().nullable(),
        }),
      ),
      /** What the product itself declares, through which the project comes in; empty where it is declared itself. */
      broughtBy: z.array(z.string()),
      path: z.array(z.string()).meta({ description: "The shortest way; each step needs the next." }),
    }),
  ),
  /** More inventories than one answer may read: some products are without their paths. */
  truncated: z.boolean(),
});
export type ProjectUse = z.output<typeof ProjectUse>;

export const ReadProjectMonths = z.object({ project: ProjectReference, ...Filters });
export type ReadProjectMonths = z.output<typeof ReadProjectMonths>;

/** Usage against give-back, month by month, of the period and of the same time before it. */
export const ProjectMonths = z.object({
  currency: z.string(),
  months: z.array(
    z.object({
      month: z.string(),
      /** Of the period that was asked for; else of the time before. */
      inPeriod: z.boolean(),
      usageShare: z.number().nullable(),
      usageShareUnknown: unknownReason,
      minutes: z.number().int().nullable(),
      minutesUnknown: unknownReason,
      giveBack: z.string().nullable(),
      giveBackUnknown: unknownReason,
      /** Part of the give-back that rests on estimates. */
      estimated: z.string().nullable(),
      unknownRows: z.number().int(),
    }),
  ),
  /** The fair share of the period, by month. */
  fairShare: z.string().nullable(),
  fairShareUnknown: unknownReason,
});
export type ProjectMonths = z.output<typeof ProjectMonths>;

export const ReadProjectHistory = z.object({ project: ProjectReference, period: Period });
export type ReadProjectHistory = z.output<typeof ReadProjectHistory>;

const Sums = z.object({
  minutes: z.number().int(),
  value: z.string(),
  estimatedValue: z.string(),
  unknownRows: z.number().int(),
});

/**
 * What was given to a project. Money row by row; time by month and team, and a team of which fewer than three people gave
 * stands among the others (`team` null).
 */
export const ProjectHistory = z.object({
  currency: z.string(),
  time: z.array(
    z.object({
      month: z.string(),
      team: z.string().nullable(),
      teamName: z.string().nullable(),
      ...Sums.shape,
    }),
  ),
  money: z.array(
    z.object({
      id: z.string(),
      day: z.string(),
      kind: z.string(),
      basis: Basis,
      payee: z.string().nullable(),
      value: z.string().nullable(),
      valueUnknown: unknownReason,
    }),
  ),
  /** More rows of money than one answer holds; the sums are of all. */
  moneyTotal: z.number().int(),
  total: Sums,
  before: Sums.extend({ lastMonth: z.string().nullable() }),
  after: Sums.extend({ firstMonth: z.string().nullable() }),
  /** Teams of which at least three people ever gave time. */
  teams: z.array(z.object({ team: z.string(), name: z.string() })),
  /** People of other teams, or of none, gave time too. */
  otherTeams: z.boolean(),
});
export type ProjectHistory = z.output<typeof ProjectHistory>;

export const ReadPresence = z.object({ period: Period, team: z.string().max(120).optional() });
export type ReadPresence = z.output<typeof ReadPresence>;

/** Which products contain which projects on the last day of a period. */
export const ProjectPresence = z.object({
  /** In the order of their tiers. */
  products: z.array(
    z.object({
      product: z.string(),
      name: z.string(),
      tier: z.number().int(),
      team: z.string().nullable(),
      teamName: z.string().nullable(),
    }),
  ),
  items: z.array(
    z.object({
      /** The project's id, as in the list of ratios. */
      id: z.string(),
      /** A character a product: `1` contains it, `0` does not, `?` cannot say. */
      marks: z.string(),
      ecosystems: z.array(z.string()),
    }),
  ),
  /** The marks of a project that no product contains. */
  absent: z.string(),
});
export type ProjectPresence = z.output<typeof ProjectPresence>;

export const ReadGivingMonths = z.object({ ...Filters });
export type ReadGivingMonths = z.output<typeof ReadGivingMonths>;

/** What each project was given, month by month; a project that is not listed was given nothing. */
export const GivingMonths = z.object({
  currency: z.string(),
  months: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.string(),
      giveBack: z.array(z.string()).nullable(),
      giveBackUnknown: unknownReason,
      /** Whether more than half of the value, and of the time, rests on estimates. */
      estimated: z.boolean(),
      estimatedTime: z.boolean(),
    }),
  ),
});
export type GivingMonths = z.output<typeof GivingMonths>;

export const ReadUsageMonths = z.object({ period: Period, team: Filters.team });
export type ReadUsageMonths = z.output<typeof ReadUsageMonths>;

/** The usage share of each project, month by month, to six digits; null in a month without products in use. */
export const UsageMonths = z.object({
  months: z.array(z.string()),
  items: z.array(z.object({ id: z.string(), usageShare: z.array(z.number().nullable()) })),
});
export type UsageMonths = z.output<typeof UsageMonths>;

/** The table of projects as somebody sees it: the filters and the order of ProjectsView. */
export const ReadTable = z.object({
  ...Filters,
  ecosystem: z.string().max(40).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(sortKeys).optional(),
  order: z.literal("reversed").optional(),
  over: z.coerce.number().min(0).max(100).optional(),
  tier: z.coerce.number().int().min(1).max(4).optional(),
  owner: z.string().max(120).optional(),
  giving: z.enum(givingStates).optional(),
  provisional: z.enum(["only", "without"]).optional(),
  tail: z.literal("shown").optional(),
});
export type ReadTable = z.output<typeof ReadTable>;

/** A row of the table as a file has it. Amounts are in the currency that stands beside them; null is unknown. */
export const TableRow = z.object({
  project: z.string(),
  name: z.string(),
  ecosystems: z.array(z.string()),
  products: z.array(z.string()),
  owners: z.array(z.string()),
  tier: z.number().int().nullable(),
  reach: z.number().nullable(),
  usageShare: z.number().nullable(),
  minutes: z.number().int().nullable(),
  cash: z.string().nullable(),
  giveBack: z.string().nullable(),
  fairShare: z.string().nullable(),
  gap: z.string().nullable(),
  ratio: z.number().nullable(),
  fairShareMet: z.number().nullable(),
  currency: z.string(),
  channels: z.array(z.string()),
  provisional: z.boolean(),
  tail: z.boolean(),
});
export type TableRow = z.output<typeof TableRow>;
export const ProjectTable = z.object({ items: z.array(TableRow), total: z.number().int() });
export type ProjectTable = z.output<typeof ProjectTable>;

/** A name that somebody gave to what they see: the query of the page's address. */
export const SavedView = z.object({
  page: z.enum(["projects"]),
  name: Text(80),
  search: z
    .string()
    .max(2000)
    .regex(/^(?:\?[^#\s]*)?$/, "this is no query of an address")
    .meta({
      description: "As in the address, with its question mark.",
      example: "?sort=usage&group=ecosystem",
    }),
});
export type SavedView = z.output<typeof SavedView>;
export const RemoveView = SavedView.pick({ page: true, name: true });
export const ListViews = SavedView.pick({ page: true });
export const SavedViews = z.object({ items: z.array(SavedView) });
