import { sql } from "drizzle-orm";
import type { Transaction } from "../connect/index.ts";
import { jobTables } from "./tables.ts";

/** A job as it is written: `key` is one of which a queue that is exclusive keeps one living job only. */
export interface SentJob {
  readonly queue: string;
  readonly payload: Readonly<Record<string, string>>;
  readonly key: string | null;
}

const schema = sql.raw(jobTables);

/**
 * Writes jobs of queues that exist in the caller's transaction, as `send` of pg-boss does: a process that only sends need not
 * load it. A job whose key lives already is not written again. The table's version is checked at every start (prepareQueue).
 */
export async function sendJobs(db: Transaction, jobs: readonly SentJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.execute(sql`
    insert into ${schema}.job (name, data, singleton_key, start_after, created_on, keep_until, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select queue.name, sent.payload::jsonb, sent.key, now(), now(), now() + queue.retention_seconds * interval '1s', queue.expire_seconds,
      queue.deletion_seconds, queue.retry_limit, queue.retry_delay, queue.retry_backoff, queue.retry_delay_max, queue.policy,
      queue.dead_letter, queue.heartbeat_seconds
    from unnest(
      ${sql.param(jobs.map((job) => job.queue))}::text[],
      ${sql.param(jobs.map((job) => JSON.stringify(job.payload)))}::text[],
      ${sql.param(jobs.map((job) => job.key))}::text[]
    ) as sent(queue, payload, key)
    join ${schema}.queue on queue.name = sent.queue
    on conflict do nothing`);
}
