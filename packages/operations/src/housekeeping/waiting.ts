import { auditPending, uploads } from "@headwater/db/tables";
import type { Database } from "@headwater/db";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, inArray, sql } from "drizzle-orm";

/** Whether a job of the organization has something to do that no queue knows of: uploads that nobody reads, audit rows to chain. */
export async function leftToDo(database: Database, organizationId: Identifier<"org">): Promise<boolean> {
  return await database.transaction({ organizationId, readOnly: true }, async (db) => {
    const [upload] = await db
      .select({ one: sql`1` })
      .from(uploads)
      .where(
        and(eq(uploads.organizationId, organizationId), inArray(uploads.status, ["queued", "processing"])),
      )
      .limit(1);
    if (upload !== undefined) return true;
    const [row] = await db
      .select({ one: sql`1` })
      .from(auditPending)
      .where(eq(auditPending.organizationId, organizationId))
      .limit(1);
    return row !== undefined;
  });
}
