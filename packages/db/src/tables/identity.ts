import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, organizationId, writtenAt } from "./columns.ts";

// Tables that must be read before it is known which organization asks: who signs in, whose key this is.
// They are the one named exception to row-level security (`identityTables` in index.ts) and hold nothing of what a company does.

/** better-auth's user. Personal data; ledgers never point here but to `people`. */
export const authUsers = pgTable(
  "auth_users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    /** What they sign in with, where the unique e-mail is none that anybody types: one address may have a user in each organization. */
    address: text("address"),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_users_address").on(table.address)],
);

export const authSessions = pgTable(
  "auth_sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_sessions_user").on(table.userId)],
);

export const authAccounts = pgTable(
  "auth_accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_accounts_user").on(table.userId)],
);

export const authVerifications = pgTable(
  "auth_verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("auth_verifications_identifier").on(table.identifier)],
);

/** Which organizations exist: ids only, so that jobs can visit each without seeing into any. */
export const tenants = pgTable("tenants", {
  organizationId: organizationId().primaryKey(),
  writtenAt: writtenAt(),
});

/**
 * Organizations that show an invented company, and how far the loading of each has come. A row is written before the
 * organization is, and never for one that exists: what stands here may be removed as a whole (packages/db/src/protect/).
 */
export const demos = pgTable("demos", {
  organizationId: organizationId().primaryKey(),
  /** Whose owner loaded it; null where the first visitor did. */
  loadedBy: id("org", "loaded_by"),
  /** Who signs in as the invented owner. */
  userId: text("user_id").notNull(),
  stepsDone: integer("steps_done").notNull().default(0),
  steps: integer("steps").notNull(),
  /** Why the loading came to no end. */
  failure: text("failure"),
  finishedAt: instant("finished_at"),
  /** From when on it is no more; the rows go a moment later. */
  removedAt: instant("removed_at"),
  writtenAt: writtenAt(),
});

/** Who may act for which organization, and as what. */
export const members = pgTable(
  "members",
  {
    organizationId: organizationId(),
    userId: text("user_id")
      .notNull()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    personId: id("prs", "person_id").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.userId] }),
    index("members_user").on(table.userId),
  ],
);

/** Keys of machines. Only a digest is kept: the value is 128 bits or more of randomness and is shown once. */
export const apiKeys = pgTable(
  "api_keys",
  {
    organizationId: organizationId(),
    id: id("key", "id").notNull(),
    name: text("name").notNull(),
    /** Who made it: rows that the key logs without naming a person are theirs. */
    personId: id("prs", "person_id").notNull(),
    /** SHA-256 of the value, hex. */
    digest: text("digest").notNull(),
    /** First characters of the value, so that a person can tell keys apart. */
    hint: text("hint").notNull(),
    /** Role names of docs/security/roles.md; the key may do what they may do together. */
    scope: text("scope").array().notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("api_keys_digest").on(table.digest),
  ],
);

/** One row: what makes this installation this one. */
export const installation = pgTable("installation", {
  id: integer("id").primaryKey(),
  /** HMAC of a fixed text under HEADWATER_SECRET: a different secret is refused before it makes sessions unreadable. */
  secretFingerprint: text("secret_fingerprint").notNull(),
  writtenAt: writtenAt(),
});
