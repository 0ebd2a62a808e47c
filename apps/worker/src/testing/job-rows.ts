import { jobTables } from "@headwater/db/queue";
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
export async function jobRows({ database }: Ground): Promise<JobRow[]> {
  const client = new pg.Client(database.address);
  await client.connect();
  try {
    const { rows } = await client.query<JobRow>(
      `select name, state::text, data, source_name as "sourceName", retry_count as "retryCount" from ${jobTables}.job order by name, created_on`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
