import { queueSchema } from "@headwater/db/queue";
import pg from "pg";
import type { Ground } from "./queue.ts";

export interface JobRow {
  readonly name: string;
  readonly state: string;
  readonly data: unknown;
  readonly sourceName: string | null;
  readonly retryCount: number;
}

/** What stands in the queue's tables, by name. */
export function jobRows(here: Ground): Promise<JobRow[]> {
  return ask<JobRow>(here, `select name, state::text, data, source_name as "sourceName", retry_count as "retryCount" from ${queueSchema}.job order by name, created_on`);
}

/** As if nobody had ever asked for one. */
export async function forgetJobs(here: Ground): Promise<void> {
  await ask(here, `delete from ${queueSchema}.job`);
}

/** As if a later version with another idea of a job had written them. */
export async function garbleJobs(here: Ground): Promise<void> {
  await ask(here, `update ${queueSchema}.job set data = '{"upload": "upl_nonsense"}'`);
}

async function ask<Row extends pg.QueryResultRow>({ database }: Ground, statement: string): Promise<Row[]> {
  const client = new pg.Client(database.address);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
