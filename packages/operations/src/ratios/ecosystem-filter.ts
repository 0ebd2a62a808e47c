import { packages } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";

/** Where the list by ecosystem puts what was given to projects that nothing here stands on. */
const UNASSIGNED = "unassigned";

/** Refuses an ecosystem of which nothing was ever seen here: an empty list would look like an answer. */
export async function requireEcosystem(context: Context, ecosystem: string): Promise<void> {
  if (ecosystem === UNASSIGNED) return;
  const known = await context.db
    .select({ id: packages.id })
    .from(packages)
    .where(and(eq(packages.organizationId, context.organization.id), eq(packages.type, ecosystem)))
    .limit(1);
  if (known.length === 0)
    throw badField(
      "ecosystem",
      `nothing of ${JSON.stringify(ecosystem)} is known here; write the type of a purl, such as npm or cargo`,
    );
}
