import { integer, numeric, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { day, id, instant, minor, organizationId, writtenAt } from "./columns.ts";

export const organizations = pgTable("organizations", {
  organizationId: organizationId().primaryKey(),
  name: text("name").notNull(),
  currency: text("currency").notNull(),
  timeZone: text("time_zone").notNull(),
  /** 1 Monday … 7 Sunday (ISO 8601). */
  weekStart: integer("week_start").notNull().default(1),
  /** Month in which the fiscal year begins. */
  fiscalYearStart: integer("fiscal_year_start").notNull().default(1),
  /** The floor of D in docs/how/attribution.md; 0 switches it off. */
  smallProductFloor: integer("small_product_floor").notNull().default(20),
  smallestGiftMinor: minor("smallest_gift_minor")
    .notNull()
    .default(sql`5000`),
  smallestGiftCurrency: text("smallest_gift_currency").notNull().default("USD"),
  firstPartyPatterns: text("first_party_patterns")
    .array()
    .notNull()
    .default(sql`'{}'::text[]`),
  /** Random, per organization: salts the digests that stand in audit rows instead of personal data. */
  salt: text("salt").notNull(),
  /** Counts changes of settings; the ETag of GET /organization. */
  revision: integer("revision").notNull().default(1),
  writtenAt: writtenAt(),
});

export const teams = pgTable(
  "teams",
  {
    organizationId: organizationId(),
    id: id("tea", "id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    parentId: id("tea", "parent_id"),
    from: day("from_day"),
    to: day("to_day"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("teams_slug").on(table.organizationId, table.slug),
  ],
);

/** Personal data of employees. Blanked on erasure; the id lives on in ledgers and audit rows. */
export const people = pgTable(
  "people",
  {
    organizationId: organizationId(),
    id: id("prs", "id").notNull(),
    name: text("name"),
    email: text("email"),
    /** A pay rate belongs to a family of roles and a region, never to a person (product.md, principle 8). */
    roleFamily: text("role_family"),
    region: text("region"),
    erasedAt: instant("erased_at"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("people_email").on(table.organizationId, sql`lower(${table.email})`),
  ],
);

export const identities = pgTable(
  "identities",
  {
    organizationId: organizationId(),
    id: id("idn", "id").notNull(),
    personId: id("prs", "person_id").notNull(),
    /** `github.com`, `gitlab.com`, `email`. */
    host: text("host").notNull(),
    handle: text("handle"),
    from: day("from_day"),
    to: day("to_day"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("identities_handle").on(table.organizationId, table.host, table.handle),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    organizationId: organizationId(),
    id: id("mem", "id").notNull(),
    personId: id("prs", "person_id").notNull(),
    teamId: id("tea", "team_id").notNull(),
    /** Half-open [from, to); null is open. */
    from: day("from_day"),
    to: day("to_day"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

// Targets, headcount, rates and exchange rates are ledgers: the newest row for a key counts, older ones stay as what was true when rows were valued.

export const targets = pgTable(
  "targets",
  {
    organizationId: organizationId(),
    /** The fiscal year that begins in this calendar year. */
    year: integer("year").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    /** In the organization's currency at the rate of the year's first day; null while no rate is known. */
    valueMinor: minor("value_minor"),
    writtenAt: writtenAt(),
    id: id("tgt", "id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const headcounts = pgTable(
  "headcounts",
  {
    organizationId: organizationId(),
    id: id("hdc", "id").notNull(),
    /** YYYY-MM */
    month: text("month").notNull(),
    /** Full-time-equivalent developers on staff. */
    developers: numeric("developers", { precision: 12, scale: 2 }).notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const rates = pgTable(
  "rates",
  {
    organizationId: organizationId(),
    id: id("rat", "id").notNull(),
    roleFamily: text("role_family"),
    region: text("region"),
    from: day("from_day").notNull(),
    hourlyMinor: minor("hourly_minor").notNull(),
    currency: text("currency").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const exchangeRates = pgTable(
  "exchange_rates",
  {
    organizationId: organizationId(),
    id: id("exr", "id").notNull(),
    base: text("base").notNull(),
    quote: text("quote").notNull(),
    day: day("day").notNull(),
    /** Decimal text as given, exact: 1 base = rate quote. */
    rate: text("rate").notNull(),
    source: text("source").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

/** What somebody named of what they see, for themselves alone: the query of a page's address. */
export const savedViews = pgTable(
  "saved_views",
  {
    organizationId: organizationId(),
    personId: id("prs", "person_id").notNull(),
    page: text("page").notNull(),
    name: text("name").notNull(),
    search: text("search").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.personId, table.page, table.name] })],
);
