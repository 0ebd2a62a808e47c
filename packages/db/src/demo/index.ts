import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { eq, sql } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../connect/index.ts";
import { organizations } from "../tables/index.ts";

const LOOK_AGAIN_MILLIS = 25;
/** An export may take its time; what it reads is of one state, and it writes nothing. */
const LONGEST_WAIT_MILLIS = 20_000;

/**
 * Takes a demo out with every row and every user of its own; the database refuses where the organization is none
 * (packages/db/src/protect/demo.ts). First the organization itself, so that no work for it begins any more; then what is
 * under way is waited for, so that nothing is written behind the removal.
 */
export async function removeDemoRows(database: Database, organizationId: Identifier<"org">): Promise<void> {
  await database.transaction({ organizationId }, (db) =>
    db.delete(organizations).where(eq(organizations.organizationId, organizationId)),
  );
  await olderTransactionsEnded(database);
  await database.transaction("identity", (db) =>
    db.execute(sql`select headwater.remove_demo(${identifierToUuid(organizationId)}::uuid)`),
  );
}

async function olderTransactionsEnded(database: Database): Promise<void> {
  const { rows } = await database.db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  const before = rows[0]?.now;
  for (let waited = 0; waited < LONGEST_WAIT_MILLIS; waited += LOOK_AGAIN_MILLIS) {
    const older = await database.db.execute(sql`
      select from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and xact_start < ${before}::timestamptz
      limit 1`);
    if (older.rowCount === 0) return;
    await pause(LOOK_AGAIN_MILLIS);
  }
}
