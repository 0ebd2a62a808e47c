import { sql } from "drizzle-orm";
import type { Database } from "../connect/index.ts";
import { jobTables } from "./tables.ts";

/** Whether a job of any organization waits or is under way. */
export async function jobsWait(database: Database): Promise<boolean> {
  const { rows } = await database.db.execute<{ waits: boolean }>(
    sql`select exists (select from ${sql.raw(jobTables)}.job where state in ('created', 'retry', 'active')) as waits`,
  );
  return rows[0]?.waits === true;
}
