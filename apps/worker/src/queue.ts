import type { Database, Transaction } from "@headwater/db";
import type { Job, Runtime } from "@headwater/operations/operation";
import type { PgBoss } from "pg-boss";
import { openBoss } from "./boss.ts";
import { enqueue } from "./enqueue.ts";
import { chainAudit } from "./jobs/chain-audit.ts";
import { sweep } from "./jobs/sweep.ts";
import { usualPace, type Pace } from "./queues.ts";
import { repeat } from "./repeat.ts";
import { quietInOutages } from "./report.ts";
import { workOnAll } from "./work.ts";

export interface WorkerQueue {
  /** Fulfilled once the queues exist and are worked on. */
  readonly begun: () => Promise<void>;
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
  /** Told of every failed try, and of an outage once in half a minute. */
  readonly log: (error: unknown) => void;
  readonly pace?: Partial<Pace>;
}

interface Working {
  readonly boss: PgBoss;
  readonly wake: () => void;
}

/**
 * Works on the jobs of every organization, beside whichever other processes do so on the same database, until it is stopped.
 * Begins a moment later or with the first job, because loading pg-boss takes as long as starting Node does,
 * and begins again while the database does not answer.
 */
export async function startQueue(options: QueueOptions): Promise<WorkerQueue> {
  const { database, runtime } = options;
  const pace = { ...usualPace, ...options.pace };
  const log = quietInOutages(options.log);
  let working: Promise<Working> | null = null;
  let stopped = false;

  async function begin(): Promise<Working> {
    const boss = await openBoss(database, pace, log);
    try {
      return { boss, wake: await workOnAll({ boss, runtime, pollSeconds: pace.pollSeconds, log }) };
    } catch (error) {
      await boss.stop({ graceful: false, close: true });
      throw error;
    }
  }

  function begun(): Promise<Working> {
    if (stopped) return Promise.reject(new Error("the queue is stopped"));
    working ??= begin().catch((error: unknown) => {
      working = null;
      throw error;
    });
    return working;
  }

  const beginning = repeat({
    work: async () => void (await begun()),
    everyMillis: pace.beginMillis,
    gapMillis: 1_000,
    log,
  });
  const chaining = repeat({
    work: () => chainAudit(runtime()),
    everyMillis: pace.chainMillis,
    gapMillis: 1_000,
    log,
  });
  const sweeping = repeat({
    work: () => sweep(runtime()),
    everyMillis: pace.sweepMillis,
    gapMillis: 1_000,
    log,
  });

  return {
    async begun() {
      await begun();
    },
    async enqueue(db, job) {
      await begun();
      await enqueue(db, job);
    },
    wake() {
      working?.then(({ wake }) => wake(), log);
      chaining.soon();
    },
    async stop() {
      stopped = true;
      await Promise.all([beginning.stop(), chaining.stop(), sweeping.stop(), stopBoss()]);
    },
  };

  async function stopBoss(): Promise<void> {
    const begunBefore = await working?.catch(() => null);
    await begunBefore?.boss.stop({ graceful: true, timeout: pace.graceMillis, close: true });
  }
}
