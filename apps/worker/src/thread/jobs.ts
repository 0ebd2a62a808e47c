import type { Database, Transaction } from "@headwater/db";
import type { Identifier } from "@headwater/domain/identifier";
import type { Job } from "@headwater/operations/operation";
import { enqueue } from "../enqueue.ts";
import type { Pace } from "../queues.ts";
import { repeat } from "../repeat.ts";
import { quietInOutages } from "../report.ts";
import type { Call, Processed } from "./messages.ts";
import { runThread, type RunningThread } from "./running.ts";
import { workWaits } from "./work-waits.ts";

/** The jobs of this process, done in a thread that exists while there is something to do. */
export interface JobsThread {
  /** Writes the job in the caller's transaction: it exists if and only if that commits. */
  readonly enqueue: (db: Transaction, job: Job) => Promise<void>;
  /** Something was written, of which there is at least a row of the audit to chain. Call it after the commit. */
  readonly written: () => void;
  /** A job was written that need not wait for the next look. Call it after the commit. */
  readonly wake: () => void;
  /** Brings an upload into force while its request waits. Throws what the operation throws. Its content's bytes are gone afterwards. */
  readonly process: (call: Call) => Promise<Processed>;
  /** Takes no further job, waits ten seconds at most for those that run, and ends the thread. */
  readonly stop: () => Promise<void>;
}

export interface JobsThreadOptions {
  readonly database: Database;
  /** Told of every write of the thread, before the answer of its call. */
  readonly changed: (organizationId: Identifier<"org">) => void;
  readonly log: (error: unknown) => void;
  readonly pace?: Partial<Pace>;
  readonly patience?: Partial<Patience>;
  /** Another thread than the usual one; for tests. */
  readonly entry?: string;
}

interface Patience {
  /** How often it is looked whether something waits that nobody of this process has written, first after the start. */
  readonly lookMillis: number;
  /** A thread that nobody needed for so long ends. */
  readonly quietMillis: number;
  /** How long after it died the next thread begins. */
  readonly restartMillis: number;
}

const usualPatience: Patience = { lookMillis: 5_000, quietMillis: 60_000, restartMillis: 1_000 };

/**
 * Keeps a thread for the jobs while there is something to do: it starts with the first write or with what a crash left lying,
 * starts again when it dies, and ends after a quiet minute, because it holds a copy of most of the server's code.
 */
export function jobsThread(options: JobsThreadOptions): JobsThread {
  const patience = { ...usualPatience, ...options.patience };
  const log = quietInOutages(options.log);
  let thread: RunningThread | null = null;
  let ending: Promise<void> = Promise.resolve();
  let restart: NodeJS.Timeout | undefined;
  let neededAt = Number.NEGATIVE_INFINITY;
  let queuesExist = false;
  let stopped = false;
  // The first look comes at once.
  const looking = repeat({ work: look, everyMillis: patience.lookMillis, gapMillis: 0, log });
  looking.soon();

  function needed(): RunningThread {
    if (stopped) throw new Error("the jobs are stopped");
    neededAt = performance.now();
    if (thread === null || thread.isDead()) thread = start();
    return thread;
  }

  function start(): RunningThread {
    const started = runThread({
      data: { address: options.database.address, pace: options.pace ?? {} },
      entry: options.entry,
      // The one before may still have a job under way: what it did is awaited before another takes its place.
      after: ending,
      changed(organizationId) {
        neededAt = performance.now();
        options.changed(organizationId);
      },
      log,
    });
    started.ready.then(
      () => (queuesExist = true),
      () => undefined,
    );
    void started.died.then(() => {
      if (thread !== started) return;
      thread = null;
      restart = setTimeout(() => (stopped ? undefined : void needed()), patience.restartMillis);
      restart.unref();
    });
    return started;
  }

  async function look(): Promise<void> {
    const quiet = performance.now() - neededAt > patience.quietMillis;
    if (thread !== null && (!quiet || thread.calls() > 0)) return;
    const waits = await workWaits(options.database);
    if (stopped) return;
    // Nobody here needed it: what starts for what was left lying ends when that is done.
    if (waits && thread === null) (thread = start()).wake();
    else if (!waits && thread !== null && performance.now() - neededAt > patience.quietMillis) {
      ending = thread.stop();
      thread = null;
    }
  }

  return {
    async enqueue(db, job) {
      const { ready } = needed();
      if (!queuesExist) await ready;
      await enqueue(db, job);
    },
    written() {
      if (!stopped) needed();
    },
    wake() {
      if (!stopped) needed().wake();
    },
    process: (call) => processThoughItDies(needed, call),
    async stop() {
      stopped = true;
      clearTimeout(restart);
      await looking.stop();
      await Promise.all([thread?.stop(), ending]);
    },
  };
}

/** The upload is stored, and bringing it into force takes effect once: where the thread dies of it, another can do it. */
async function processThoughItDies(needed: () => RunningThread, call: Call): Promise<Processed> {
  const first = needed();
  try {
    return await first.process(call);
  } catch (error) {
    if (!first.isDead()) throw error;
    return await needed().process({ ...call, content: null });
  }
}
