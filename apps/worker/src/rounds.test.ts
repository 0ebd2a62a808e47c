import { audit, auditChain, auditPending, idempotencyKeys, uploads } from "@headwater/db/tables";
import { testOrganization } from "@headwater/db/testing";
import { perform } from "@headwater/operations/operation";
import { createTeam } from "@headwater/operations/teams/create";
import { testActor } from "@headwater/operations/testing/runtime";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { ground, inScope, submit, until, uploadOf } from "./testing/queue.ts";

it("chains the audit of every organization after a wake, and by itself within the round", async () => {
  const here = await ground();
  const there = { ...here, organizationId: await testOrganization(here.database) };
  const queue = await here.start({ pace: { chainMillis: 1_500 } });
  const write = async ({ organizationId }: typeof here, name: string) => {
    await perform(createTeam, here.runtime(queue), testActor(organizationId, ["all"]), {
      slug: name.toLowerCase(),
      name,
    });
  };
  const unchained = async () =>
    (await Promise.all([here, there].map((at) => inScope(at, (db) => db.select().from(auditPending))))).flat()
      .length;
  await write(here, "Compilers");
  await write(there, "Kernels");
  expect(await unchained()).toBe(2);
  queue.wake();
  await until(async () => (await unchained()) === 0);
  await write(there, "Drivers");
  await until(async () => (await unchained()) === 0);
  for (const at of [here, there]) {
    const [links, rows] = await inScope(at, async (db) => [
      await db.select().from(auditChain),
      await db.select().from(audit),
    ]);
    expect(links).toHaveLength(rows.length);
    expect(new Set(links.map((link) => link.position))).toEqual(new Set(rows.map((_, place) => place + 1)));
  }
  expect(here.logged).toEqual([]);
});

it("takes up an upload that its request left lying, and leaves a fresh one to its request", async () => {
  const here = await ground();
  const noJobs = { enqueue: async () => undefined };
  const [forgotten, fresh] = [await submit(here, noJobs, "forgotten"), await submit(here, noJobs, "fresh")];
  await inScope(here, (db) =>
    db
      .update(uploads)
      .set({ writtenAt: sql`now() - interval '6 minutes'` })
      .where(eq(uploads.id, forgotten)),
  );
  await here.start({ pace: { sweepMillis: 200 } });
  await until(async () => (await uploadOf(here, forgotten)).status === "done");
  expect((await uploadOf(here, fresh)).status).toBe("queued");
});

it("deletes idempotency keys after thirty days, in whatever number, and none before", async () => {
  const here = await ground();
  const key = (place: number, days: number) => ({
    organizationId: here.organizationId,
    key: `key-${days}-${place}`,
    method: "POST",
    path: "/v1/teams",
    bodyDigest: "00",
    status: 201,
    body: "{}",
    writtenAt: new Date(Date.now() - days * 86_400_000),
  });
  await inScope(here, (db) =>
    db
      .insert(idempotencyKeys)
      .values([key(0, 29), ...Array.from({ length: 2_500 }, (_, place) => key(place, 31))]),
  );
  await here.start({ pace: { sweepMillis: 100 } });
  const left = () => inScope(here, (db) => db.select({ key: idempotencyKeys.key }).from(idempotencyKeys));
  await until(async () => (await left()).length === 1);
  expect(await left()).toEqual([{ key: "key-29-0" }]);
});
