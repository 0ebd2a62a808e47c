import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytes, id, instant, organizationId, writtenAt } from "./columns.ts";

/**
 * Who did what to which thing. Ids and salted digests only: names, addresses and notes live in tables that can be blanked,
 * so that a person can be erased and the chain still verifies.
 */
export const audit = pgTable(
  "audit",
  {
    organizationId: organizationId(),
    id: id("aud", "id").notNull(),
    at: instant("at").notNull(),
    /** `person:prs_…`, `key:key_…`, `job:<name>`, `first-start`. */
    actor: text("actor").notNull(),
    operation: text("operation").notNull(),
    /** `contribution:ctr_…`; null where the operation concerns the organization as a whole. */
    entity: text("entity"),
    /** What changed, in ids, days, numbers and digests. */
    detail: jsonb("detail").notNull(),
    /** SHA-256 of salt and canonical input, hex: shows later whether a claimed input is the one that was given. */
    inputDigest: text("input_digest").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("audit_entity").on(table.organizationId, table.entity),
  ],
);

/** Rows of `audit` that the chaining job has not seen yet. Written with the row, deleted by the job. */
export const auditPending = pgTable(
  "audit_pending",
  { organizationId: organizationId(), auditId: id("aud", "audit_id").notNull() },
  (table) => [primaryKey({ columns: [table.organizationId, table.auditId] })],
);

export const auditChain = pgTable(
  "audit_chain",
  {
    organizationId: organizationId(),
    position: bigint("position", { mode: "number" }).notNull(),
    auditId: id("aud", "audit_id").notNull(),
    /** SHA-256 over the previous hash and the row's canonical bytes. */
    hash: bytes("hash").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.position] }),
    uniqueIndex("audit_chain_row").on(table.organizationId, table.auditId),
  ],
);

/** Answers to writes that carried an Idempotency-Key, kept 30 days. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    organizationId: organizationId(),
    key: text("key").notNull(),
    method: text("method").notNull(),
    path: text("path").notNull(),
    bodyDigest: text("body_digest").notNull(),
    status: integer("status").notNull(),
    body: text("body").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.key, table.method, table.path] }),
    index("idempotency_keys_age").on(table.writtenAt),
  ],
);
