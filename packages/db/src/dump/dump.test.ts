import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { newIdentifier } from "@headwater/domain/identifier";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audit, authSessions, authUsers, ledgerTables, members, packages } from "../tables/index.ts";
import { testDatabase, testOrganization, type TestDatabase } from "../testing/index.ts";
import { DumpRefused, dumpDatabase, restoreDatabase } from "./index.ts";

let source: TestDatabase;
let target: TestDatabase;

beforeEach(async () => {
  source = await testDatabase();
  target = await testDatabase();
});

afterEach(async () => {
  await source.close();
  await target.close();
});

async function dump(database: TestDatabase): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), dumpDatabase(database.address, output)]);
  return bytes;
}

async function query<Row extends pg.QueryResultRow>(database: TestDatabase, text: string): Promise<Row[]> {
  const client = new pg.Client(database.maker);
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Of each table, the rows in any order: their number and a digest. */
async function contents(database: TestDatabase): Promise<unknown> {
  const tables = await query<{ name: string }>(
    database,
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'installation' order by 1",
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as table, count(*)::int as rows, md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as digest from ${name} t`,
  );
  return query(database, `${each.join(" union all ")} order by 1`);
}

async function fill(database: TestDatabase): Promise<void> {
  await database.db
    .insert(authUsers)
    .values({ id: "u1", name: "Zoë \\ Tab\there \\.\nand a line", email: "zoe@example.org" });
  await database.db
    .insert(authSessions)
    .values({ id: "s1", token: "t1", userId: "u1", expiresAt: new Date("2026-02-28T23:59:59.999Z") });
  for (const name of ["Ours", "Theirs"]) {
    const organizationId = await testOrganization(database, { name });
    await database.transaction({ organizationId }, async (transaction) => {
      await transaction.insert(members).values({
        organizationId,
        userId: "u1",
        role: "owner",
        personId: newIdentifier("prs", 0, randomBytes(10)),
      });
      const rows = Array.from({ length: 2_000 }, (_, position) => ({
        organizationId,
        id: newIdentifier("aud", position, randomBytes(10)),
        at: new Date(1_700_000_000_000 + position),
        actor: "job:test",
        operation: "test",
        entity: position % 2 === 0 ? null : `\\N ${position}`,
        detail: { text: randomBytes(200).toString("base64"), nested: [null, 1.5, "\u2028"] },
        inputDigest: "00",
      }));
      await transaction.insert(audit).values(rows);
    });
  }
}

describe("a backup", () => {
  it("restored into an empty database gives the same content in every table, and the walls stand again", async () => {
    await fill(source);
    const bytes = await dump(source);
    const summary = await restoreDatabase(target.maker, Readable.from([bytes]));
    expect(summary.rows).toBe(4_008);
    expect(await contents(target)).toEqual(await contents(source));
    const forced =
      "select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity";
    expect(await query(target, forced)).toEqual(await query(source, forced));
    expect(
      await query(
        target,
        "select count(*)::int as guarded from pg_trigger where tgname = 'append_only' and tgenabled = 'O'",
      ),
    ).toEqual([{ guarded: ledgerTables.length }]);
  });

  it("lets columns that count go on after the highest number that was restored", async () => {
    const organizationId = await testOrganization(source);
    const add = (database: TestDatabase, name: string) =>
      database.transaction({ organizationId }, async (transaction) => {
        const values = {
          organizationId,
          purl: `pkg:npm/${name}`,
          key: name,
          type: "npm",
          name,
          projectId: newIdentifier("prj", 0, randomBytes(10)),
          basis: "provisional" as const,
        };
        const [added] = await transaction.insert(packages).values(values).returning({ id: packages.id });
        return added?.id ?? 0;
      });
    await add(source, "left");
    const highest = await add(source, "right");
    await restoreDatabase(target.maker, Readable.from([await dump(source)]));
    expect(await add(target, "next")).toBe(highest + 1);
  });

  it("is of one instant, though the server goes on writing", async () => {
    await fill(source);
    const before = await contents(source);
    const output = new PassThrough({ highWaterMark: 1 });
    const dumping = dumpDatabase(source.address, output);
    await new Promise((resolve) => output.once("readable", resolve));
    await testOrganization(source, { name: "Late" });
    const [bytes] = await Promise.all([buffer(output), dumping]);
    await restoreDatabase(target.maker, Readable.from([bytes]));
    expect(await contents(target)).toEqual(before);
  });

  it.each([0.01, 0.3, 0.7, 0.999])(
    "cut off after %d of its bytes is refused, and nothing is restored",
    async (part) => {
      await fill(source);
      const empty = await contents(target);
      const bytes = await dump(source);
      await expect(
        restoreDatabase(target.maker, Readable.from([bytes.subarray(0, Math.floor(bytes.length * part))])),
      ).rejects.toThrow(/^The backup was cut off: take another copy of the file\.$/);
      expect(await contents(target)).toEqual(empty);
    },
  );

  it("cut off between two frames and packed again is refused too", async () => {
    const plain = gunzipSync(await dump(source));
    const last = plain.lastIndexOf('{"tables":') - 5;
    await expect(
      restoreDatabase(target.maker, Readable.from([gzipSync(plain.subarray(0, last))])),
    ).rejects.toThrow("The backup was cut off");
  });

  it("with one changed value is refused by its digest", async () => {
    await fill(source);
    const plain = gunzipSync(await dump(source));
    plain.write("xoe@example.org", plain.indexOf("zoe@example.org"));
    await expect(restoreDatabase(target.maker, Readable.from([gzipSync(plain)]))).rejects.toThrow(
      "The backup is damaged in the rows of auth_users.",
    );
  });

  it.each([
    ["no gzip", Buffer.from("hello")],
    ["a gzip of something else", gzipSync("hello, this is something else")],
    ["nothing", Buffer.alloc(0)],
  ])("that is %s is refused", async (_, bytes) => {
    await expect(restoreDatabase(target.maker, Readable.from([bytes]))).rejects.toBeInstanceOf(DumpRefused);
  });

  it("is not restored over rows that are there", async () => {
    const bytes = await dump(source);
    await testOrganization(target);
    await expect(restoreDatabase(target.maker, Readable.from([bytes]))).rejects.toThrow(
      /^The database is not empty \(\w+ has rows\): a backup is restored into an empty one only\.$/,
    );
  });

  it("of another version, or under another secret, is refused with what to do", async () => {
    const plain = gunzipSync(await dump(source));
    const altered = (from: RegExp, into: string) => {
      const text = plain.toString("latin1").replace(from, into);
      return Readable.from([gzipSync(Buffer.from(text, "latin1"))]);
    };
    await expect(restoreDatabase(target.maker, altered(/0000_org/, "0000_xrg"))).rejects.toThrow(
      "restore it with that version, then start this one",
    );
    await expect(
      restoreDatabase(target.maker, altered(/"secretFingerprint":"....../, '"secretFingerprint":"zzzzzz')),
    ).rejects.toThrow("The backup was made under another HEADWATER_SECRET");
  });
});
