import { audit, auditPending } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { identifierToUuid, parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setHeadcount } from "../headcounts/set.ts";
import { type Actor, perform } from "../operation/index.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { chainPending } from "./chain-pending.ts";
import { listAudit } from "./list.ts";
import { verifyAudit } from "./verify.ts";

let database: TestDatabase;
let maker: ReturnType<typeof asMaker>;
let runtime: TestRuntime;
let organizationId: Identifier<"org">;
let owner: Actor;

beforeAll(async () => {
  database = await testDatabase();
  maker = asMaker(database);
});
afterAll(async () => {
  await maker.$client.end();
  await database.close();
});
beforeEach(async () => {
  runtime = testRuntime(database);
  organizationId = await testOrganization(database);
  owner = testActor(organizationId, ["owner"]);
});

async function write(count: number): Promise<void> {
  for (let month = 1; month <= count; month += 1)
    await perform(setHeadcount, runtime, owner, {
      month: `2026-${String(month).padStart(2, "0")}`,
      developers: month,
    });
}

/** What only somebody can do who owns the tables and switches the triggers off. */
async function behindTheBack(table: "audit" | "audit_chain", statement: SQL): Promise<void> {
  await maker.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
  await maker.execute(statement);
  await maker.execute(sql`alter table ${sql.identifier(table)} enable trigger user`);
}

const verdict = () => perform(verifyAudit, runtime, owner, {});
const uuid = (row: { id: string }) => {
  const id = parseIdentifier("aud", row.id);
  if (id === null) throw new Error(row.id);
  return identifierToUuid(id);
};

describe("the chain of audit rows", () => {
  it("holds every row in the order of writing, and verifies", async () => {
    await write(5);
    expect(await verdict()).toEqual({ intact: true, rows: 0, pending: 5, head: null, firstBroken: null });
    expect(await chainPending(runtime, organizationId)).toBe(5);
    const { items } = await perform(listAudit, runtime, owner, {});
    expect(items.map((row) => [row.entity, row.position])).toEqual(
      [5, 4, 3, 2, 1].map((month) => [`headcount:2026-0${month}`, month]),
    );
    expect(await verdict()).toEqual({
      intact: true,
      rows: 5,
      pending: 0,
      head: items[0]?.hash,
      firstBroken: null,
    });
  });

  it("goes on where it ended, and chaining again changes nothing", async () => {
    await write(2);
    await chainPending(runtime, organizationId);
    await write(1);
    expect(await chainPending(runtime, organizationId)).toBe(1);
    expect(await chainPending(runtime, organizationId)).toBe(0);
    expect(await verdict()).toMatchObject({ intact: true, rows: 3 });
  });

  it("takes each row once, however many chain at once", async () => {
    await write(12);
    const counts = await Promise.all(Array.from({ length: 5 }, () => chainPending(runtime, organizationId)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(await verdict()).toMatchObject({ intact: true, rows: 12, pending: 0 });
  });

  it("spans more rows than are read at once", async () => {
    await database.transaction({ organizationId }, async (db) => {
      for (let part = 0; part < 5; part += 1) {
        const rows = Array.from({ length: 500 }, (_, place) => ({
          organizationId,
          id: idAt(part * 500 + place),
          at: runtime.clock(),
          actor: "job:test",
          operation: "test",
          entity: null,
          detail: { place },
          inputDigest: "d",
        }));
        await db.insert(audit).values(rows);
        await db.insert(auditPending).values(rows.map((row) => ({ organizationId, auditId: row.id })));
      }
    });
    expect(await chainPending(runtime, organizationId)).toBe(2500);
    expect(await verdict()).toMatchObject({ intact: true, rows: 2500 });
  });

  it("names a row that was altered behind the product's back", async () => {
    await write(5);
    await chainPending(runtime, organizationId);
    const [, , third] = (await perform(listAudit, runtime, owner, {})).items;
    if (!third) throw new Error("five rows were written");
    await behindTheBack(
      "audit",
      sql`update audit set detail = '{"developers": 99}' where id = ${uuid(third)}::uuid`,
    );
    expect(await verdict()).toMatchObject({
      intact: false,
      rows: 2,
      firstBroken: { position: 3, row: third.id, reason: expect.stringMatching(/^changed row/) },
    });
  });

  it.each([
    ["actor", "actor = 'person:somebody-else'"],
    ["instant", "at = at + interval '1 second'"],
    ["operation", "operation = 'other.verb'"],
    ["entity", "entity = null"],
    ["digest of the input", "input_digest = 'other'"],
  ])("notices another %s in the last row too", async (_, change) => {
    await write(3);
    await chainPending(runtime, organizationId);
    const [last] = (await perform(listAudit, runtime, owner, {})).items;
    if (!last) throw new Error("three rows were written");
    await behindTheBack("audit", sql`update audit set ${sql.raw(change)} where id = ${uuid(last)}::uuid`);
    expect(await verdict()).toMatchObject({ intact: false, firstBroken: { position: 3, row: last.id } });
  });

  it("does not mind in which order the database gives back the keys of a detail", async () => {
    await write(2);
    await chainPending(runtime, organizationId);
    const [, first] = (await perform(listAudit, runtime, owner, {})).items;
    if (!first) throw new Error("two rows were written");
    await behindTheBack(
      "audit",
      sql`update audit set detail = detail || '{"a": 1}'::jsonb where id = ${uuid(first)}::uuid`,
    );
    await behindTheBack("audit", sql`update audit set detail = detail - 'a' where id = ${uuid(first)}::uuid`);
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it("names a row that is gone", async () => {
    await write(4);
    await chainPending(runtime, organizationId);
    const second = (await perform(listAudit, runtime, owner, {})).items[2];
    if (!second) throw new Error("four rows were written");
    await behindTheBack("audit", sql`delete from audit where id = ${uuid(second)}::uuid`);
    expect(await verdict()).toMatchObject({
      intact: false,
      firstBroken: { position: 2, row: second.id, reason: expect.stringMatching(/^missing row/) },
    });
  });

  it("names a link that is gone, and one whose hash was changed", async () => {
    await write(4);
    await chainPending(runtime, organizationId);
    const own = identifierToUuid(organizationId);
    await behindTheBack(
      "audit_chain",
      sql`update audit_chain set hash = decode('00', 'hex') where organization_id = ${own}::uuid and position = 3`,
    );
    expect(await verdict()).toMatchObject({
      firstBroken: { position: 3, reason: expect.stringMatching(/^wrong hash/) },
    });
    await behindTheBack(
      "audit_chain",
      sql`delete from audit_chain where organization_id = ${own}::uuid and position = 2`,
    );
    expect(await verdict()).toMatchObject({
      rows: 1,
      firstBroken: { position: 3, reason: expect.stringMatching(/^gap: position 2/) },
    });
  });

  it("names a row that was put in beside the chain", async () => {
    await write(2);
    await chainPending(runtime, organizationId);
    const id = idAt(7);
    await database.transaction({ organizationId }, (db) =>
      db.insert(audit).values({
        organizationId,
        id,
        at: runtime.clock(),
        actor: "x",
        operation: "x",
        entity: null,
        detail: {},
        inputDigest: "x",
      }),
    );
    expect(await verdict()).toMatchObject({
      intact: false,
      rows: 2,
      firstBroken: { row: id, reason: expect.stringMatching(/^unchained row/) },
    });
  });

  it("of one organization says nothing of another's", async () => {
    await write(2);
    await chainPending(runtime, organizationId);
    const stranger = testActor(await testOrganization(database), ["owner"]);
    expect(await perform(verifyAudit, runtime, stranger, {})).toMatchObject({ rows: 0, pending: 0 });
    expect((await perform(listAudit, runtime, stranger, { entity: "headcount:2026-01" })).items).toEqual([]);
  });
});

describe("the history of one thing", () => {
  it("is what was done to it, newest first and page by page", async () => {
    await write(3);
    await write(3);
    const first = await perform(listAudit, runtime, owner, { entity: "headcount:2026-02", limit: 1 });
    const second = await perform(listAudit, runtime, owner, {
      entity: "headcount:2026-02",
      limit: 1,
      cursor: first.nextCursor,
    });
    expect([...first.items, ...second.items]).toMatchObject([
      { operation: "headcount.set", position: null, hash: null },
      { operation: "headcount.set" },
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

function asMaker(opened: TestDatabase) {
  return drizzle({ connection: opened.maker });
}

function idAt(place: number): Identifier<"aud"> {
  const id = parseIdentifier("aud", `aud_01h455vb4pex5vsk${String(place).padStart(10, "0")}`);
  if (id === null) throw new Error("not an id");
  return id;
}
