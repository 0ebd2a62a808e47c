import { tables } from "@headwater/db/tables";
import type { Access } from "@headwater/domain/organization";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { type AnyPgColumn, type AnyPgTable, getTableConfig, PgTable } from "drizzle-orm/pg-core";

export interface ExportedTable {
  readonly name: string;
  readonly table: AnyPgTable;
  readonly columns: readonly { readonly name: string; readonly column: AnyPgColumn }[];
  readonly key: readonly AnyPgColumn[];
  /** What one must be allowed to see besides the export itself. */
  readonly access: Access | null;
}

/** Tables that leave nothing for the organization: sessions and passwords, answers kept for requests sent again, and who exists here. */
const left = new Set([
  "auth_users",
  "auth_sessions",
  "auth_accounts",
  "auth_verifications",
  "installation",
  "tenants",
  "demos",
  "idempotency_keys",
  "audit_pending",
]);

/** Secrets, and bytes that have files of their own or are computed from them. */
const leftColumns = new Set([
  "api_keys.digest",
  "organizations.salt",
  "documents.content",
  "documents.beside",
  "snapshots.graph",
]);

/** Rows of people are for those who may see them one by one; what an hour is worth is finance's. */
const accessOf = new Map<string, Access>([
  ["people", "person.read"],
  ["identities", "person.read"],
  ["memberships", "person.read"],
  ["members", "member.read"],
  ["api_keys", "member.read"],
  ["contributions", "contribution.read-people"],
  ["contribution_notes", "contribution.read-people"],
  ["saved_views", "person.read"],
  ["rates", "rate.read"],
  ["audit", "audit.read"],
  ["audit_chain", "audit.read"],
]);

/** Every table of an organization, in the order of their names: one that is added later is exported without a line here. */
export function exportedTables(): readonly ExportedTable[] {
  return Object.values(tables)
    .filter((table) => is(table, PgTable))
    .map(describe)
    .filter(({ name }) => !left.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function describe(table: AnyPgTable): ExportedTable {
  const name = getTableName(table);
  const config = getTableConfig(table);
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({ name: field, column }));
  const key =
    config.primaryKeys[0]?.columns ??
    columns.filter(({ column }) => column.primary).map(({ column }) => column);
  return {
    name,
    table,
    columns: columns.filter(({ column }) => !leftColumns.has(`${name}.${column.name}`)),
    key,
    access: accessOf.get(name) ?? null,
  };
}
