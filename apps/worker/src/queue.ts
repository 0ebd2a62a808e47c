import { asUnavailable, type Database, type Transaction } from "@headwater/db";
import { queueSchema } from "@headwater/db/queue";
import type { Job, Runtime } from "@headwater/operations/operation";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss, type JobWithMetadata } from "pg-boss";
import { chainAudit } from "./jobs/chain-audit.ts";
import { settleDeadLetter } from "./jobs/dead-letter.ts";
import { processUploadJob } from "./jobs/process-upload.ts";
import { recomputeProductJob } from "./jobs/recompute-product.ts";
import { sweep } from "./jobs/sweep.ts";
import { payloads } from "./payload.ts";
import { deadLetters, ensureQueues, tries, usualPace, type Pace } from "./queues.ts";
import { repeat } from "./repeat.ts";
import { messageOf, quietInOutages } from "./report.ts";

export interface WorkerQueue {
  /** Writes the job in the caller's transaction: it exists if and only if that commits. */
  readonly enqueue: (db: Transaction, job: Job) => Promise<void>;
  /** Looks for jobs at once instead of at the next poll. Call it after the commit. */
  readonly wake: () => void;
  /** Takes no further job, waits ten seconds at most for those that run, and closes. What did not end is tried again by whoever runs next. */
  readonly stop: () => Promise<void>;
}

export interface QueueOptions {
  readonly database: Database;
  /** Asked for at each job, so that the runtime may be made with the queue's `enqueue`. */
  readonly runtime: () => Runtime;
  readonly log: (error: unknown) => void;
  readonly pace?: Partial<Pace>;
}

const GRACE_MILLIS = 10_000;
const UPLOADS_AT_ONCE = 2;
const CONNECTIONS = 3;

/**
 * Starts to work on the jobs of every organization, beside whichever other processes do so on the same database.
 * Throws DatabaseUnavailable when it does not answer at the start; later outages are waited out.
 */
export async function startQueue(options: QueueOptions): Promise<WorkerQueue> {
  const { database, runtime } = options;
  const pace = { ...usualPace, ...options.pace };
  const log = quietInOutages(options.log);
  const boss = await openBoss(database, pace, log);
  const workerIds: string[] = [];
  const wakeWorkers = (): void => {
    for (const id of workerIds) boss.notifyWorker(id);
  };

  async function work(name: string, run: (job: JobWithMetadata<unknown>) => Promise<void>): Promise<void> {
    const id = await boss.work(name, { batchSize: 1, pollingIntervalSeconds: pace.pollSeconds, includeMetadata: true }, async ([job]: JobWithMetadata<unknown>[]) => {
      if (job === undefined) return;
      try {
        await run(job);
      } catch (error) {
        log(new Error(`The job ${name} ${job.id} failed at try ${job.retryCount + 1} of ${tries}: ${messageOf(error)}`, { cause: error }));
        throw error;
      } finally {
        // The next job of the queue at once, and the dead letter that this one may have become.
        wakeWorkers();
      }
    });
    workerIds.push(id);
  }

  async function workOnAll(): Promise<void> {
    for (let each = 0; each < UPLOADS_AT_ONCE; each += 1) await work("process-upload", ({ data }) => processUploadJob(runtime(), payloads["process-upload"].parse(data)));
    await work("recompute-product", ({ data }) => recomputeProductJob(runtime(), payloads["recompute-product"].parse(data)));
    await work(deadLetters, (job) => settleDeadLetter(runtime(), job));
  }

  // After the caller has the queue and has made the runtime with it.
  const working = new Promise<void>((resolve) => setImmediate(resolve)).then(workOnAll);
  working.catch(log);
  const chaining = repeat({ work: () => chainAudit(runtime()), everyMillis: pace.chainMillis, gapMillis: 1_000, log });
  const sweeping = repeat({ work: () => sweep(runtime()), everyMillis: pace.sweepMillis, gapMillis: 1_000, log });

  return {
    async enqueue(db, job) {
      const { name, ...payload } = job;
      const only = job.name === "process-upload" ? { singletonKey: job.uploadId } : {};
      await boss.send(name, payload, { db: fromDrizzle(db, sql), ...only });
    },
    wake() {
      wakeWorkers();
      chaining.soon();
    },
    async stop() {
      await working.catch(() => undefined);
      await Promise.all([chaining.stop(), sweeping.stop(), boss.stop({ graceful: true, timeout: GRACE_MILLIS, close: true })]);
    },
  };
}

/** On the app's role, which may change no table: the owner has made them (db/queue). */
async function openBoss(database: Database, pace: Pace, log: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    ...database.address,
    schema: queueSchema,
    max: CONNECTIONS,
    application_name: "headwater-jobs",
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    registerInstance: false,
    superviseIntervalSeconds: pace.superviseSeconds,
    monitorIntervalSeconds: pace.superviseSeconds,
  });
  boss.on("error", log);
  try {
    await boss.start();
    await ensureQueues(boss, pace);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, close: true });
    throw asUnavailable(error) ?? error;
  }
}
