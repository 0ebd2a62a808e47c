import { identities, people, projects } from "@headwater/db/tables";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { ComputedRatios } from "./compute.ts";

/** What nobody has confirmed yet, for the confidence in the figures. */
export interface Confirmation {
  /** Share of usage that stands on projects which nobody confirmed. */
  readonly provisionalUsage: number;
  /** Share of people of whom a handle or an address is known; null without people. */
  readonly linkedPeople: number | null;
}

export async function readConfirmation(context: Context, computed: ComputedRatios): Promise<Confirmation> {
  return {
    provisionalUsage: await provisionalUsage(context, computed),
    linkedPeople: await linkedPeople(context),
  };
}

async function provisionalUsage(context: Context, computed: ComputedRatios): Promise<number> {
  const rows = await context.db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.organizationId, context.organization.id), eq(projects.provisional, true)));
  const shares = rows.map((row) => computed.over.shares.get(row.id)?.usageShare ?? 0).sort((a, b) => a - b);
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
}

async function linkedPeople(context: Context): Promise<number | null> {
  const [row] = await context.db
    .select({
      all: sql<string>`count(*)`,
      linked: sql<string>`count(*) filter (where exists (select 1 from ${identities} where ${identities}.organization_id = ${people}.organization_id and ${identities}.person_id = ${people}.id))`,
    })
    .from(people)
    .where(and(eq(people.organizationId, context.organization.id), isNull(people.erasedAt)));
  const all = Number(row?.all ?? 0);
  return all === 0 ? null : Number(row?.linked ?? 0) / all;
}
