import { jobRows } from "./testing/job-rows.ts";
import { ground, inScope, submit, until, uploadOf } from "./testing/queue.ts";
import { expect, it } from "vitest";

it("reads an upload soon after the commit when it is woken, and at the next poll when nobody wakes it", async () => {
  const here = await ground();
  const queue = await here.start({ pace: { pollSeconds: 2 } });
  const first = await submit(here, queue, "woken");
  await until(async () => (await uploadOf(here, first)).status === "done");
  const second = await submit(here, queue, "woken-again");
  queue.wake();
  const wokenMillis = await until(async () => (await uploadOf(here, second)).status === "done");
  const third = await submit(here, queue, "unwoken");
  const polledMillis = await until(async () => (await uploadOf(here, third)).status === "done");
  console.info(`woken ${Math.round(wokenMillis)} ms, polled ${Math.round(polledMillis)} ms`);
  expect(wokenMillis).toBeLessThan(500);
  expect(polledMillis).toBeLessThan(4_000);
  expect(here.logged).toEqual([]);
});

it("keeps no job of a transaction that was rolled back", async () => {
  const here = await ground();
  const queue = await here.start();
  const id = await submit(here, queue, "kept");
  const rolledBack = inScope(here, async (db) => {
    await queue.enqueue(db, { name: "process-upload", organizationId: here.organizationId, uploadId: id });
    await queue.enqueue(db, { name: "recompute-product", organizationId: here.organizationId, productId: (await uploadOf(here, id)).productId });
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  const rows = await jobRows(here);
  expect(rows.map((row) => row.name)).toEqual(["process-upload"]);
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
  expect((await uploadOf(here, id)).refusal).toMatchObject({ code: "processing-failed", message: expect.stringContaining("Upload it again") });
  const rows = await jobRows(here);
  expect(rows).toEqual([
    expect.objectContaining({ name: "dead-letters", sourceName: "process-upload", data: { organizationId: here.organizationId, uploadId: id } }),
    expect.objectContaining({ name: "process-upload", state: "failed" }),
  ]);
  expect(here.logged).toHaveLength(5);
});
