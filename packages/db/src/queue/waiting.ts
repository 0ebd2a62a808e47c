import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../connect/index.ts";
import { jobTables } from "./tables.ts";

/** Whether a job of any organization waits or is under way. */
export async function jobsWait(database: Database): Promise<boolean> {
  const { rows } = await database.db.execute<{ waits: boolean }>(
    sql`select exists (select from ${sql.raw(jobTables)}.job where state in ('created', 'retry', 'active')) as waits`,
  );
  return rows[0]?.waits === true;
}

/** Payloads of an organization's jobs of a queue that wait or are under way; none before the first start has made the tables. */
export async function jobsOf(
  db: Transaction,
  queue: string,
  organizationId: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { rows } = await db.execute<{ payload: Record<string, string> }>(sql`
    select data as payload from ${sql.raw(jobTables)}.job
    where name = ${queue} and state in ('created', 'retry', 'active') and data ->> 'organizationId' = ${organizationId}`);
  return rows.map(({ payload }) => payload);
}
