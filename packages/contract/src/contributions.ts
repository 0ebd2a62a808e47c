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
});
export type LogContribution = z.output<typeof LogContribution>;

export const LogContributions = z.object({ items: z.array(z.unknown()).min(1).max(1000) });

export const Contribution = z.object({
  id: z.string(),
  project: z.string(),
  projectId: z.string(),
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
  ...Page,
});
export type ListContributions = z.output<typeof ListContributions>;
export const Contributions = pageOf(Contribution);
