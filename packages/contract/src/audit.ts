import { z } from "zod";
import { Page, pageOf } from "./words.ts";

export const AuditRow = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  operation: z.string(),
  entity: z.string().nullable(),
  detail: z.unknown(),
  inputDigest: z.string(),
  position: z.number().int().nullable(),
  hash: z.string().nullable(),
});
export const ListAudit = z.object({ entity: z.string().max(120).optional(), ...Page });
export type ListAudit = z.output<typeof ListAudit>;
export const AuditRows = pageOf(AuditRow);

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
