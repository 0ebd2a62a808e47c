import { idempotencyKeys, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Runtime } from "../operation/index.ts";

const MOST_UPLOADS = 200;
const KEYS_A_BATCH = 1_000;
const KEYS_KEPT_DAYS = 30;

/** What must have waited so long before anybody wonders. */
const WAITED_MINUTES = 5;

/** An upload that a request meant to read itself has no job; one whose job still lives gets no second (queues.ts). */
export async function enqueueForgotten(runtime: Runtime, organizationId: Identifier<"org">): Promise<void> {
  await runtime.database.transaction({ organizationId }, async (db) => {
    const waiting = await db
      .select({ id: uploads.id })
      .from(uploads)
      .where(
        and(
          eq(uploads.organizationId, organizationId),
          inArray(uploads.status, ["queued", "processing"]),
          lt(uploads.writtenAt, sql`now() - make_interval(mins => ${WAITED_MINUTES})`),
        ),
      )
      .orderBy(asc(uploads.id))
      .limit(MOST_UPLOADS);
    for (const { id } of waiting)
      await runtime.enqueue(db, { name: "process-upload", organizationId, uploadId: id });
  });
}

/** In batches, so that no transaction holds many rows for long. */
export async function deleteOldKeys(runtime: Runtime, organizationId: Identifier<"org">): Promise<void> {
  for (;;) {
    const deleted = await runtime.database.transaction({ organizationId }, (db) =>
      db.execute(sql`delete from ${idempotencyKeys} where ctid = any(array(
        select ctid from ${idempotencyKeys}
        where organization_id = ${sql.param(organizationId, idempotencyKeys.organizationId)} and written_at < now() - make_interval(days => ${KEYS_KEPT_DAYS})
        limit ${KEYS_A_BATCH}))`),
    );
    if ((deleted.rowCount ?? 0) < KEYS_A_BATCH) return;
  }
}
