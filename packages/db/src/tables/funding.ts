import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant, minor, organizationId, writtenAt } from "./columns.ts";

/** A budget that is being split: its settings. What each project would get is computed when it is looked at. */
export const rounds = pgTable(
  "rounds",
  {
    organizationId: organizationId(),
    id: id("rnd", "id").notNull(),
    name: text("name").notNull(),
    /** Over which gaps are measured, as it was written: `ttm`, `fy2026`. */
    period: text("period").notNull(),
    budgetMinor: minor("budget_minor").notNull(),
    currency: text("currency").notNull(),
    floorMinor: minor("floor_minor").notNull(),
    /** Null where only its gap bounds what a project gets. */
    capMinor: minor("cap_minor"),
    stepMinor: minor("step_minor").notNull(),
    /** `person:prs_…` or `key:key_…`, as audit rows call who acted. */
    createdBy: text("created_by").notNull(),
    /** Counts changes of settings and lines: who decides on an older state is told so. */
    version: integer("version").notNull().default(1),
    changedAt: instant("changed_at").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

/** What somebody decided on a line of a round; a line without a decision has no row. */
export const roundLines = pgTable(
  "round_lines",
  {
    organizationId: organizationId(),
    roundId: id("rnd", "round_id").notNull(),
    projectId: id("prj", "project_id").notNull(),
    /** The amount whatever the rule says; null where the rule decides. */
    lockedMinor: minor("locked_minor"),
    /** Why it is left out, in somebody's words; null where it is not. */
    leftOut: text("left_out"),
    /** The way to pay that was chosen, by its address; null where the first one is taken. */
    payeeUrl: text("payee_url"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.roundId, table.projectId] })],
);
