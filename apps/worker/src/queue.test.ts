import { DatabaseUnavailable } from "@headwater/db";
import { audit, snapshots } from "@headwater/db/tables";
import { newIdentifier, parseIdentifier } from "@headwater/domain/identifier";
import { parseInventory } from "@headwater/ingest";
import type { ParseRequest } from "@headwater/operations/operation";
import { processUpload } from "@headwater/operations/uploads/process";
import { eq, sql } from "drizzle-orm";
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { jobRows } from "./testing/job-rows.ts";
import { ground, inScope, submit, until, uploadOf } from "./testing/queue.ts";

it("reads an upload soon after the commit when it is woken, and at the next poll when nobody wakes it", async () => {
  const here = await ground();
  const queue = await here.start({ pace: { pollSeconds: 2 } });
  const isDone = async (id: Parameters<typeof uploadOf>[1]) => (await uploadOf(here, id)).status === "done";
  const first = await submit(here, queue, "first");
  await until(() => isDone(first));
  await pause(300);
  const woken = await submit(here, queue, "woken");
  queue.wake();
  const wokenMillis = await until(() => isDone(woken));
  await pause(300);
  const polled = await submit(here, queue, "polled");
  const polledMillis = await until(() => isDone(polled));
  expect(wokenMillis).toBeLessThan(1_000);
  expect(polledMillis).toBeGreaterThan(wokenMillis);
  expect(polledMillis).toBeLessThan(4_000);
  expect(here.logged).toEqual([]);
});

it("gives an upload whose job still lives no second one", async () => {
  const here = await ground();
  const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const parse = async (request: ParseRequest) => {
    begun.resolve();
    await released.promise;
    return parseInventory(request);
  };
  const queue = await here.start({ runtime: { parse } });
  const id = await submit(here, queue, "alive");
  queue.wake();
  await begun.promise;
  await inScope(here, (db) =>
    queue.enqueue(db, { name: "process-upload", organizationId: here.organizationId, uploadId: id }),
  );
  expect(await jobRows(here)).toMatchObject([
    { name: "process-upload", state: "active", data: { uploadId: id } },
  ]);
  released.resolve();
  await until(async () => (await uploadOf(here, id)).status === "done");
});

it("keeps no job of a transaction that was rolled back", async () => {
  const here = await ground();
  const queue = await here.start();
  const id = await submit(here, queue, "kept");
  const rolledBack = inScope(here, async (db) => {
    const { productId } = await uploadOf(here, id);
    await queue.enqueue(db, { name: "recompute-product", organizationId: here.organizationId, productId });
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  expect((await jobRows(here)).map((row) => row.name)).toEqual(["process-upload"]);
});

it("recomputes a product", async () => {
  const here = await ground();
  const queue = await here.start();
  const id = await submit(here, queue, "recomputed");
  await until(async () => (await uploadOf(here, id)).status === "done");
  const { productId } = await uploadOf(here, id);
  await inScope(here, (db) =>
    queue.enqueue(db, { name: "recompute-product", organizationId: here.organizationId, productId }),
  );
  queue.wake();
  const audited = () =>
    inScope(here, (db) => db.select().from(audit).where(eq(audit.operation, "product.recompute")));
  await until(async () => (await audited()).length > 0);
  expect(await audited()).toMatchObject([{ actor: "job:recompute-product", entity: `product:${productId}` }]);
});

it("gives a job that fails five tries, keeps it as a dead letter and refuses its upload in words", async () => {
  const here = await ground();
  let attempts = 0;
  const parse = async () => {
    attempts += 1;
    throw new Error("poison");
  };
  const queue = await here.start({ runtime: { parse } });
  const id = await submit(here, queue, "poisoned");
  queue.wake();
  await until(async () => (await uploadOf(here, id)).status === "refused");
  expect(attempts).toBe(5);
  const { refusal } = await uploadOf(here, id);
  expect(refusal).toMatchObject({
    code: "processing-failed",
    message: expect.stringContaining("Upload it again"),
  });
  expect(await jobRows(here)).toMatchObject([
    {
      name: "dead-letters",
      sourceName: "process-upload",
      data: { organizationId: here.organizationId, uploadId: id },
    },
    { name: "process-upload", state: "failed", retryCount: 4 },
  ]);
  expect(here.logged.map(String)).toEqual(
    [1, 2, 3, 4, 5].map((attempt) => expect.stringContaining(`failed at try ${attempt} of 5: poison`)),
  );
});

it("tries again when the database was away for a moment", async () => {
  const here = await ground();
  let attempts = 0;
  const parse = async (request: ParseRequest) => {
    attempts += 1;
    if (attempts === 1) throw new DatabaseUnavailable("away");
    return parseInventory(request);
  };
  const queue = await here.start({ runtime: { parse } });
  const id = await submit(here, queue, "patient");
  queue.wake();
  await until(async () => (await uploadOf(here, id)).status === "done");
  expect(attempts).toBe(2);
});

it("buries a job that says nothing it understands, and goes on", async () => {
  const here = await ground();
  const queue = await here.start();
  const upload = newIdentifier("upl", Date.now(), randomBytes(10));
  await inScope(here, async (db) => {
    await queue.enqueue(db, {
      name: "process-upload",
      organizationId: here.organizationId,
      uploadId: upload,
    });
    // As if another version, with another idea of a job, had written it.
    await db.execute(sql`update jobs.job set data = '{"upload": "upl_nonsense"}'`);
  });
  queue.wake();
  await until(async () =>
    (await jobRows(here)).some((row) => row.name === "dead-letters" && row.state === "completed"),
  );
  const id = await submit(here, queue, "next");
  queue.wake();
  await until(async () => (await uploadOf(here, id)).status === "done");
});

it("reads each of fifty uploads once, though two queues and ten requests work on them", async () => {
  const here = await ground();
  const [one, other] = [await here.start(), await here.start()];
  const ids = await Promise.all(
    Array.from({ length: 50 }, (_, place) => submit(here, place % 2 === 0 ? one : other, `product-${place}`)),
  );
  one.wake();
  other.wake();
  await Promise.all(ids.slice(0, 10).map((id) => processUpload(here.runtime(one), here.actor, id)));
  await until(
    async () =>
      (await Promise.all(ids.map((id) => uploadOf(here, id)))).every((row) => row.status === "done"),
    40_000,
  );
  const [kept, applied] = await inScope(here, async (db) => [
    await db.select({ id: snapshots.id }).from(snapshots),
    await db.select({ entity: audit.entity }).from(audit).where(eq(audit.operation, "upload.apply")),
  ]);
  expect(kept).toHaveLength(50);
  expect(applied).toHaveLength(50);
  expect(new Set(applied.map((row) => row.entity))).toEqual(new Set(ids.map((id) => `upload:${id}`)));
  expect(here.logged).toEqual([]);
});

it("gives the job of a process that was killed to another", async () => {
  const here = await ground();
  const given = JSON.stringify({ address: here.database.address, organization: here.organizationId });
  const child = fork(fileURLToPath(new URL("./testing/hang.ts", import.meta.url)), [given]);
  const [taken] = await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");
  const id = parseIdentifier("upl", String(taken));
  if (id === null) throw new Error(`${String(taken)} is no upload`);
  expect((await uploadOf(here, id)).status).toBe("processing");
  await here.start();
  await until(async () => (await uploadOf(here, id)).status === "done", 30_000);
  expect(await jobRows(here)).toMatchObject([{ name: "process-upload", retryCount: 1 }]);
});

it("waits for the job under way before it stops", async () => {
  const here = await ground();
  const begun = Promise.withResolvers<void>();
  const parse = async (request: ParseRequest) => {
    begun.resolve();
    await pause(500);
    return parseInventory(request);
  };
  const queue = await here.start({ runtime: { parse } });
  const id = await submit(here, queue, "under-way");
  queue.wake();
  await begun.promise;
  await queue.stop();
  expect((await uploadOf(here, id)).status).toBe("done");
});

it("stops though a job does not end, and leaves that job to the next who comes", async () => {
  const here = await ground();
  const begun = Promise.withResolvers<void>();
  const parse = async () => {
    begun.resolve();
    return await new Promise<never>(() => undefined);
  };
  const queue = await here.start({ runtime: { parse }, pace: { graceMillis: 1_000 } });
  const id = await submit(here, queue, "endless");
  queue.wake();
  await begun.promise;
  const before = performance.now();
  await queue.stop();
  const stopMillis = performance.now() - before;
  await here.start();
  await until(async () => (await uploadOf(here, id)).status === "done");
  expect(stopMillis).toBeLessThan(2_500);
});
