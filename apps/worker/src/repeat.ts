import { setTimeout as pause } from "node:timers/promises";

export interface Repeated {
  /** Runs as soon as the run under way and the shortest gap allow. */
  readonly soon: () => void;
  /** No run begins any more; waits for the one under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs work again and again, never twice at once: every `everyMillis`, and sooner when it is asked for, but not within
 * `gapMillis` of the last run, so that a burst of requests is one run. An error is logged, and the next run comes as if there had been none.
 */
export function repeat(given: {
  work: () => Promise<void>;
  everyMillis: number;
  gapMillis: number;
  log: (error: unknown) => void;
}): Repeated {
  const { work, everyMillis, gapMillis, log } = given;
  const stopping = new AbortController();
  let asked = Promise.withResolvers<void>();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(everyMillis, asked.promise);
      if (stopping.signal.aborted) return;
      asked = Promise.withResolvers<void>();
      await work().catch(log);
      await sleep(gapMillis, null);
    }
  }

  /** Ends early when the repetition stops, or when `interrupted` is fulfilled. */
  async function sleep(millis: number, interrupted: Promise<void> | null): Promise<void> {
    const over = new AbortController();
    void interrupted?.then(() => over.abort());
    await pause(millis, undefined, {
      signal: AbortSignal.any([over.signal, stopping.signal]),
      ref: false,
    }).catch(() => undefined);
  }

  const running = run();
  return {
    soon: () => asked.resolve(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
