import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { day, id, minor, organizationId, writtenAt } from "./columns.ts";

// Ledgers: rows are added and never changed. A correction is a reversing row and a new row.

export const contributions = pgTable(
  "contributions",
  {
    organizationId: organizationId(),
    id: id("ctr", "id").notNull(),
    personId: id("prs", "person_id").notNull(),
    projectId: id("prj", "project_id").notNull(),
    day: day("day").notNull(),
    /** Negative in a reversal. */
    minutes: integer("minutes").notNull(),
    kind: text("kind").notNull(),
    basis: text("basis").notNull(),
    /** Rounded once, half to even, in the organization's currency; null with the reason beside it. */
    valueMinor: minor("value_minor"),
    valueUnknown: text("value_unknown"),
    currency: text("currency").notNull(),
    rateId: id("rat", "rate_id"),
    exchangeRateId: id("exr", "exchange_rate_id"),
    reversesId: id("ctr", "reverses_id"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("contributions_day").on(table.organizationId, table.day),
    index("contributions_reverses").on(table.organizationId, table.reversesId),
  ],
);

/** Words of people, kept outside the ledger so that they can be blanked. */
export const contributionNotes = pgTable(
  "contribution_notes",
  {
    organizationId: organizationId(),
    contributionId: id("ctr", "contribution_id").notNull(),
    link: text("link"),
    note: text("note"),
    reason: text("reason"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.contributionId] })],
);

export const donations = pgTable(
  "donations",
  {
    organizationId: organizationId(),
    id: id("don", "id").notNull(),
    day: day("day").notNull(),
    kind: text("kind").notNull(),
    basis: text("basis").notNull(),
    /** As paid; negative in a reversal. */
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    /** In the organization's currency at the rate of the day; null with the reason beside it. */
    valueMinor: minor("value_minor"),
    valueUnknown: text("value_unknown"),
    valueCurrency: text("value_currency").notNull(),
    exchangeRateId: id("exr", "exchange_rate_id"),
    attribution: text("attribution").$type<"projects" | "tail" | "pooled">().notNull(),
    pledgeEligible: boolean("pledge_eligible").notNull(),
    reversesId: id("don", "reverses_id"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("donations_day").on(table.organizationId, table.day),
    index("donations_reverses").on(table.organizationId, table.reversesId),
  ],
);

/** A donation's parts. They sum to the donation, in its currency and in the organization's. */
export const donationShares = pgTable(
  "donation_shares",
  {
    organizationId: organizationId(),
    donationId: id("don", "donation_id").notNull(),
    projectId: id("prj", "project_id").notNull(),
    position: integer("position").notNull(),
    weight: minor("weight").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    valueMinor: minor("value_minor"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.donationId, table.position] }),
    index("donation_shares_project").on(table.organizationId, table.projectId),
  ],
);

/** Who was paid and the words around it: a payee can be a person, so this can be blanked. */
export const donationNotes = pgTable(
  "donation_notes",
  {
    organizationId: organizationId(),
    donationId: id("don", "donation_id").notNull(),
    payee: text("payee"),
    channel: text("channel"),
    reference: text("reference"),
    reason: text("reason"),
    /** What was said about eligibility for the Open Source Pledge. */
    pledge: jsonb("pledge"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.donationId] })],
);

/** State of a month or a quarter; the newest row for a period counts. */
export const periodStates = pgTable(
  "period_states",
  {
    organizationId: organizationId(),
    id: id("per", "id").notNull(),
    period: text("period").notNull(),
    start: day("start_day").notNull(),
    end: day("end_day").notNull(),
    state: text("state").$type<"open" | "soft-closed" | "closed">().notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
