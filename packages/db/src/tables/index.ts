import * as auditTables from "./audit.ts";
import * as fundingTables from "./funding.ts";
import * as givingTables from "./giving.ts";
import * as identityTablesOnly from "./identity.ts";
import * as organizationTables from "./organization.ts";
import * as projectTables from "./projects.ts";
import * as usageTables from "./usage.ts";

export * from "./audit.ts";
export * from "./funding.ts";
export * from "./giving.ts";
export * from "./identity.ts";
export * from "./organization.ts";
export * from "./projects.ts";
export * from "./usage.ts";

export const tables = {
  ...identityTablesOnly,
  ...organizationTables,
  ...usageTables,
  ...projectTables,
  ...givingTables,
  ...fundingTables,
  ...auditTables,
};

/** Read before it is known which organization asks: the one named exception to row-level security. */
export const identityTables = [
  "auth_users",
  "auth_sessions",
  "auth_accounts",
  "auth_verifications",
  "tenants",
  "demos",
  "members",
  "api_keys",
  "installation",
] as const;

/** Rows are added and never changed or removed: a trigger refuses UPDATE and DELETE, TRUNCATE is not granted. */
export const ledgerTables = [
  "contributions",
  "donations",
  "donation_shares",
  "targets",
  "headcounts",
  "rates",
  "exchange_rates",
  "period_states",
  "audit",
  "audit_chain",
] as const;
