import type { Identifier } from "@headwater/domain/identifier";
import { audit, auditPending } from "@headwater/db/tables";
import { perform } from "@headwater/operations/operation";
import { createTeam } from "@headwater/operations/teams/create";
import { npmLock } from "@headwater/operations/testing/upload";
import { eq } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { hurried } from "../testing/pace.ts";
import { ground, inScope, submit, until, uploadOf, type Ground } from "../testing/queue.ts";
import { jobsThread, type JobsThread, type JobsThreadOptions } from "./index.ts";

const content = (product: string) => ({
  fileName: "package-lock.json",
  content: new TextEncoder().encode(
    npmLock({ left: "1.0.0" }, { left: ["1.0.0", []], [product]: ["2.0.0", []] }),
  ),
  besideText: null,
});

/** Nobody's job: its request brings it into force. */
const noJobs = { enqueue: async () => undefined };

function threadOn(
  here: Ground,
  given: Partial<JobsThreadOptions> = {},
): { jobs: JobsThread; changed: Identifier<"org">[] } {
  const changed: Identifier<"org">[] = [];
  const jobs = jobsThread({
    database: here.database,
    changed: (organizationId) => changed.push(organizationId),
    log: (error) => here.logged.push(error),
    pace: hurried,
    ...given,
  });
  onTestFinished(() => jobs.stop());
  return { jobs, changed };
}

it("brings an upload into force for the request that waits, and has told of the change by then", async () => {
  const here = await ground();
  const { jobs, changed } = threadOn(here);
  const uploadId = await submit(here, noJobs, "waited");
  const upload = await jobs.process({ actor: here.actor, uploadId, content: content("waited") });
  expect(upload).toMatchObject({ id: uploadId, status: "done", snapshot: { components: 2 } });
  expect(changed).toContain(here.organizationId);
  expect(here.logged).toEqual([]);
});

it("throws what the operation refuses", async () => {
  const here = await ground();
  const { jobs } = threadOn(here);
  const uploadId = await submit(here, noJobs, "refused");
  const reader = { ...here.actor, scopes: [] };
  await expect(jobs.process({ actor: reader, uploadId, content: content("refused") })).rejects.toMatchObject({
    name: "Refused",
    code: "not-allowed",
  });
});

it("takes up a job that was sent, woken or not", async () => {
  const here = await ground();
  const { jobs } = threadOn(here);
  const id = await submit(here, jobs, "sent");
  await until(async () => (await uploadOf(here, id)).status === "done");
  const woken = await submit(here, jobs, "woken");
  jobs.wake();
  await until(async () => (await uploadOf(here, woken)).status === "done");
  expect(here.logged).toEqual([]);
});

it("finishes an upload of which the thread died in another thread, and says so in the log", async () => {
  const here = await ground();
  const entry = fileURLToPath(new URL("../testing/dying-thread.ts", import.meta.url));
  const { jobs } = threadOn(here, { entry, patience: { restartMillis: 0 } });
  const uploadId = await submit(here, noJobs, "deadly");
  const upload = await jobs.process({ actor: here.actor, uploadId, content: content("deadly") });
  expect(upload).toMatchObject({ id: uploadId, status: "done" });
  expect(here.logged.map(String)).toEqual([expect.stringContaining("died of it")]);
});

it("starts by itself for what another process left lying, and ends when there is nothing left to do", async () => {
  const here = await ground();
  const sender = threadOn(here, { patience: { lookMillis: 3_600_000 } });
  const left = await submit(here, sender.jobs, "left");
  await sender.jobs.stop();
  const { jobs } = threadOn(here, {
    pace: { ...hurried, chainMillis: 100 },
    patience: { lookMillis: 200, quietMillis: 500 },
  });
  await until(async () => (await uploadOf(here, left)).status === "done");
  const connections = async () =>
    (
      await here.database.db.execute<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and application_name = 'headwater-jobs'",
      )
    ).rows.length;
  await until(async () => (await connections()) === 0);
  // The next one begins where it is needed again.
  const next = await submit(here, jobs, "next");
  await until(async () => (await uploadOf(here, next)).status === "done");
  expect(here.logged).toEqual([]);
});

it("chains the audit of what was written", async () => {
  const here = await ground();
  const { jobs } = threadOn(here, { pace: { ...hurried, chainMillis: 100 } });
  await perform(createTeam, here.runtime(jobs), here.actor, { slug: "compilers", name: "Compilers" });
  jobs.written();
  const unchained = () => inScope(here, (db) => db.select().from(auditPending));
  await until(async () => (await unchained()).length === 0);
});

it("waits for the upload under way before it stops", async () => {
  const here = await ground();
  const { jobs } = threadOn(here);
  const uploadId = await submit(here, noJobs, "under-way");
  const answer = jobs.process({ actor: here.actor, uploadId, content: content("under-way") });
  await pause(50);
  await jobs.stop();
  expect(await answer).toMatchObject({ status: "done" });
  const applied = await inScope(here, (db) =>
    db.select({ id: audit.id }).from(audit).where(eq(audit.operation, "upload.apply")),
  );
  expect(applied).toHaveLength(1);
});
