import { teams } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";

/** The team of that slug; refuses with `unknown-team` and the field named. */
export async function findTeam(
  context: Context,
  slug: string,
  field: string,
): Promise<typeof teams.$inferSelect> {
  const [row] = await context.db
    .select()
    .from(teams)
    .where(and(eq(teams.organizationId, context.organization.id), eq(teams.slug, slug)));
  if (!row)
    throw badField(
      field,
      `no team ${JSON.stringify(slug)} is known here; add it first with POST /api/v1/teams`,
      "unknown-team",
    );
  return row;
}
