import type { Runtime } from "@headwater/operations/operation";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import { settleDeadLetter } from "./jobs/dead-letter.ts";
import { loadDemoJob } from "./jobs/load-demo.ts";
import { processUploadJob } from "./jobs/process-upload.ts";
import { recomputeProductJob } from "./jobs/recompute-product.ts";
import { removeDemoJob } from "./jobs/remove-demo.ts";
import { payloads } from "./payload.ts";
import { deadLetters, tries } from "./queues.ts";
import { messageOf } from "./report.ts";

const UPLOADS_AT_ONCE = 2;

interface Work {
  readonly boss: PgBoss;
  readonly runtime: () => Runtime;
  readonly pollSeconds: number;
  readonly log: (error: unknown) => void;
}

/** Begins to work on every queue. The answer makes all workers look for jobs at once. */
export async function workOnAll(given: Work): Promise<() => void> {
  const { boss, runtime } = given;
  const ids: string[] = [];
  const wake = (): void => {
    for (const id of ids) boss.notifyWorker(id);
  };
  const work = async (name: string, run: (job: JobWithMetadata<unknown>) => Promise<void>): Promise<void> => {
    ids.push(await workOn(given, name, run, wake));
  };
  for (let each = 0; each < UPLOADS_AT_ONCE; each += 1)
    await work("process-upload", ({ data }) =>
      processUploadJob(runtime(), payloads["process-upload"].parse(data)),
    );
  await work("recompute-product", ({ data }) =>
    recomputeProductJob(runtime(), payloads["recompute-product"].parse(data)),
  );
  await work("load-demo", ({ data }) => loadDemoJob(runtime(), payloads["load-demo"].parse(data)));
  await work("remove-demo", ({ data }) => removeDemoJob(runtime(), payloads["remove-demo"].parse(data)));
  await work(deadLetters, (job) => settleDeadLetter(runtime(), job));
  return wake;
}

/** One worker: one job at a time. */
function workOn(
  { boss, pollSeconds, log }: Work,
  name: string,
  run: (job: JobWithMetadata<unknown>) => Promise<void>,
  wake: () => void,
): Promise<string> {
  return boss.work(
    name,
    { batchSize: 1, pollingIntervalSeconds: pollSeconds, includeMetadata: true },
    async ([job]: JobWithMetadata<unknown>[]) => {
      if (job === undefined) return;
      try {
        await run(job);
      } catch (error) {
        log(
          new Error(
            `The job ${name} ${job.id} failed at try ${job.retryCount + 1} of ${tries}: ${messageOf(error)}`,
            { cause: error },
          ),
        );
        throw error;
      } finally {
        // The next job of the queue at once, and the dead letter that this one may have become.
        wake();
      }
    },
  );
}
