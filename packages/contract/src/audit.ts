import { z } from "zod";
import { CalendarDay, Page, pageOf } from "./words.ts";

export const AuditRow = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  /** The person's name, for those who may read people; null for jobs and keys, and for who was erased. */
  actorName: z.string().nullable(),
  operation: z.string(),
  entity: z.string().nullable(),
  detail: z.unknown(),
  inputDigest: z.string(),
  position: z.number().int().nullable(),
  hash: z.string().nullable(),
});
/** `actor` as rows name it, `person:prs_…`; `operation` a whole name or its noun; `from` and `to` inclusive days. */
export const ListAudit = z.object({
  entity: z.string().max(120).optional(),
  actor: z.string().max(120).optional(),
  operation: z.string().max(80).optional(),
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
  ...Page,
});
export type ListAudit = z.output<typeof ListAudit>;
export const AuditRows = pageOf(AuditRow);

/** What the audit can be narrowed by. */
export const ReadAuditFilters = z.object({});
export const AuditFilters = z.object({
  actors: z.array(z.object({ actor: z.string(), name: z.string().nullable() })),
  operations: z.array(z.string()),
});

/** The chain of hashes, recomputed from its first row. */
export const VerifyAudit = z.object({});
export const AuditVerdict = z.object({
  intact: z.boolean(),
  rows: z.number().int(),
  pending: z.number().int(),
  head: z.string().nullable(),
  firstBroken: z.object({ position: z.number().int(), row: z.string(), reason: z.string() }).nullable(),
});
export type AuditVerdict = z.output<typeof AuditVerdict>;
