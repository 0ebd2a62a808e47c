import { demos } from "@headwater/db/tables";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/**
 * The one demo that an organization sees: itself, else the one that it has loaded, else that of visitors, in which nothing is
 * anybody's. Null where there is none.
 */
export async function demoInReach(context: Context): Promise<typeof demos.$inferSelect | null> {
  const own = context.organization.id;
  const [row] = await context.db
    .select()
    .from(demos)
    .where(
      and(
        isNull(demos.removedAt),
        or(eq(demos.organizationId, own), eq(demos.loadedBy, own), isNull(demos.loadedBy)),
      ),
    )
    .orderBy(sql`${eq(demos.organizationId, own)} desc`, sql`${demos.loadedBy} is null`)
    .limit(1);
  return row ?? null;
}
