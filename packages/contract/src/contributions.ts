import { contributionKinds } from "@headwater/domain/contribution";
import { z } from "zod";
import { Basis, CalendarDay, Page, pageOf, ProjectReference, Text } from "./words.ts";

export const LogContribution = z.object({
  project: ProjectReference,
  day: CalendarDay,
  minutes: z.number().int("whole minutes").min(1, "at least one minute").max(1440, "a day has 1,440 minutes"),
  kind: z.enum(contributionKinds),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  note: Text(2000).optional(),
  /** E-mail of the person; only for those who may log for others. */
  person: z.string().max(254).optional(),
  basis: Basis.default("logged"),
  /** The project may be one that nobody here knows: its address (`github.com/curl/curl`) makes it known. */
  add: z.boolean().default(false),
});
export type LogContribution = z.output<typeof LogContribution>;

export const LogContributions = z.object({ items: z.array(z.unknown()).min(1).max(1000) });

export const Contribution = z.object({
  id: z.string(),
  project: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  person: z.string().nullable(),
  day: z.string(),
  minutes: z.number().int(),
  kind: z.string(),
  basis: Basis,
  value: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  valueUnknown: z.string().optional(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
});
export type Contribution = z.output<typeof Contribution>;

export const LoggedContributions = z.object({
  items: z.array(
    z.union([
      Contribution,
      z.object({
        row: z.number().int(),
        error: z.object({ code: z.string(), message: z.string(), field: z.string().nullable() }),
      }),
    ]),
  ),
  logged: z.number().int(),
  refused: z.number().int(),
});

export const ReadContribution = z.object({ id: z.string().max(60) });
export const ReverseContribution = z.object({ id: z.string().max(60), reason: Text(500) });
/** `from` and `to` are inclusive days. */
export const ListContributions = z.object({
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
  project: ProjectReference.optional(),
  team: z.string().max(120).optional(),
  basis: Basis.optional(),
  kind: z.enum(contributionKinds).optional(),
  /** Only the rows of whoever asks. */
  mine: z.stringbool().or(z.boolean()).optional(),
  ...Page,
});
export type ListContributions = z.output<typeof ListContributions>;
export const Contributions = pageOf(Contribution);

/** Takes many rows back at once, or none of them. */
export const ReverseContributions = z.object({
  ids: z.array(z.string().max(60)).min(1).max(1000),
  reason: Text(500),
});
export const ReversedContributions = z.object({ reversed: z.number().int(), reversals: z.array(z.string()) });

/** A day of the week that is asked for; today's where there is none. Weeks begin as the organization's do. */
export const ReadMyWeek = z.object({ day: CalendarDay.optional() });
export const MyWeek = z.object({
  /** First and last day of the week. */
  from: z.string(),
  to: z.string(),
  today: z.string(),
  /** Seven days with the minutes of the rows that stand. */
  days: z.array(z.object({ day: z.string(), minutes: z.number().int() })),
  minutes: z.number().int(),
  /** The median of those of the eight weeks before in which anything was logged; null where there was none. */
  usualMinutes: z.number().int().nullable(),
  /** Rows that stand, newest day first. */
  items: z.array(Contribution),
  /** Rows of the week that were taken back. */
  takenBack: z.number().int(),
});
export type MyWeek = z.output<typeof MyWeek>;

/** What whoever asks does again and again, most likely next first. */
export const ReadMyRecentWork = z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) });
export const RecentWork = z.object({
  project: z.string(),
  projectName: z.string(),
  kind: z.enum(contributionKinds),
  /** The median of such rows. */
  usualMinutes: z.number().int(),
  lastDay: z.string(),
  rows: z.number().int(),
  products: z.number().int(),
});
export type RecentWork = z.output<typeof RecentWork>;
export const MyRecentWork = z.object({ items: z.array(RecentWork) });

/** Projects by the beginning of a name or a part of an address: those in our products first. */
export const FindLoggableProjects = z.object({
  q: Text(200),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});
export const LoggableProject = z.object({
  slug: z.string(),
  name: z.string(),
  provisional: z.boolean(),
  /** Products that have it today. */
  products: z.number().int(),
});
export type LoggableProject = z.output<typeof LoggableProject>;
export const LoggableProjects = z.object({ items: z.array(LoggableProject) });
