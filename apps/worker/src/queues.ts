import type { PgBoss, Queue } from "pg-boss";

/** How patient the queue is. Tests hurry it. */
export interface Pace {
  /** How long after the start, and after a failed one, the work begins. */
  readonly beginMillis: number;
  /** Looks for jobs so often when nobody wakes it: that another process wrote one is seen no later. */
  readonly pollSeconds: number;
  readonly retryDelaySeconds: number;
  /** A job whose process has not been heard of for so long is given to another. 10 at least. */
  readonly heartbeatSeconds: number;
  /** How often such jobs are looked for. */
  readonly superviseSeconds: number;
  readonly chainMillis: number;
  readonly sweepMillis: number;
  /** How long running jobs are waited for at a stop. 1000 at least. */
  readonly graceMillis: number;
}

export const usualPace: Pace = {
  beginMillis: 300,
  pollSeconds: 2,
  retryDelaySeconds: 2,
  heartbeatSeconds: 30,
  superviseSeconds: 20,
  chainMillis: 5_000,
  sweepMillis: 60_000,
  graceMillis: 10_000,
};

export const deadLetters = "dead-letters";

export const tries = 5;

const day = 86_400;

/** The queues with their settings; those that exist already take on the settings of this version. */
export async function ensureQueues(boss: PgBoss, pace: Pace): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  // The dead letters first, because the others name them.
  for (const queue of queues(pace)) {
    const { name, policy, ...settings } = queue;
    if (known.has(name)) await boss.updateQueue(name, settings);
    else await boss.createQueue(name, { ...settings, ...(policy === undefined ? {} : { policy }) });
  }
}

function queues({ retryDelaySeconds, heartbeatSeconds }: Pace): Queue[] {
  const patience = {
    retryLimit: tries - 1,
    retryDelay: retryDelaySeconds,
    retryBackoff: retryDelaySeconds > 0,
    heartbeatSeconds,
    expireInSeconds: 900,
    retentionSeconds: 30 * day,
  };
  return [
    { name: deadLetters, ...patience, deleteAfterSeconds: 90 * day },
    // Exclusive: one living job for each upload, however often it is asked for.
    {
      name: "process-upload",
      policy: "exclusive",
      ...patience,
      deadLetter: deadLetters,
      deleteAfterSeconds: day,
    },
    // Not exclusive: a change that comes while the product is being recomputed needs another run.
    { name: "recompute-product", ...patience, deadLetter: deadLetters, deleteAfterSeconds: day },
    { name: "load-demo", ...patience, deadLetter: deadLetters, deleteAfterSeconds: day },
    { name: "remove-demo", ...patience, deadLetter: deadLetters, deleteAfterSeconds: day },
  ];
}
