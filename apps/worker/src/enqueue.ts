import type { Transaction } from "@headwater/db";
import { sendJobs } from "@headwater/db/queue";
import type { Job } from "@headwater/operations/operation";

/** Writes the job in the caller's transaction: it exists if and only if that commits. Its queue exists. */
export async function enqueue(db: Transaction, job: Job): Promise<void> {
  const { name, ...payload } = job;
  await sendJobs(db, [{ queue: name, payload, key: job.name === "process-upload" ? job.uploadId : null }]);
}
