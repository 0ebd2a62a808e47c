import { newIdentifier, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { eq, sql } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeDemoRows } from "../demo/index.ts";
import {
  authUsers,
  demos,
  headcounts,
  ledgerTables,
  members,
  organizations,
  tenants,
} from "../tables/index.ts";
import { testDatabase, testOrganization, type TestDatabase } from "../testing/index.ts";

let database: TestDatabase;
let maker: pg.Client;
let real: Identifier<"org">;
let demo: Identifier<"org">;

beforeAll(async () => {
  database = await testDatabase();
  maker = new pg.Client(database.maker);
  await maker.connect();
});
afterAll(async () => {
  await maker.end();
  await database.close();
});
beforeEach(async () => {
  real = await testOrganization(database);
  await fill(real);
  demo = await newDemo();
  await fill(demo);
});

const fresh = <Prefix extends "org" | "prs" | "hdc">(prefix: Prefix) =>
  newIdentifier(prefix, Date.now(), randomBytes(10));

async function newDemo(): Promise<Identifier<"org">> {
  const organizationId = fresh("org");
  await database.transaction({ organizationId }, async (db) => {
    await db.insert(demos).values({ organizationId, userId: `owner of ${organizationId}`, steps: 1 });
    await db.insert(tenants).values({ organizationId });
    await db
      .insert(organizations)
      .values({ organizationId, name: "Invented", currency: "USD", timeZone: "UTC", salt: "s" });
  });
  return organizationId;
}

/** A row in a ledger, and a user who is a member. */
async function fill(organizationId: Identifier<"org">): Promise<void> {
  const userId = `user of ${organizationId}`;
  await database.transaction({ organizationId }, async (db) => {
    await db
      .insert(headcounts)
      .values({ organizationId, id: fresh("hdc"), month: "2026-01", developers: "1" });
    await db
      .insert(authUsers)
      .values({ id: userId, name: "Somebody", email: `${organizationId}@example.com` });
    await db.insert(members).values({ organizationId, userId, role: "owner", personId: fresh("prs") });
  });
}

/** Rows that name the organization in any table, as the maker sees them. */
async function rowsOf(organizationId: Identifier<"org">): Promise<Record<string, number>> {
  const { rows: columns } = await maker.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1",
  );
  const found: Record<string, number> = {};
  for (const { name } of columns) {
    const { rows } = await maker.query<{ count: string }>(
      `select count(*) from ${pg.escapeIdentifier(name)} where organization_id = $1`,
      [identifierToUuid(organizationId)],
    );
    if (rows[0]?.count !== "0") found[name] = Number(rows[0]?.count);
  }
  const { rows } = await maker.query("select from auth_users where id = $1", [`user of ${organizationId}`]);
  return { ...found, users: rows.length };
}

describe("a demo", () => {
  it("goes with every row and every user of its own, and nothing of another organization goes with it", async () => {
    const before = await rowsOf(real);
    await removeDemoRows(database, demo);
    expect(await rowsOf(demo)).toEqual({ users: 0 });
    expect(await rowsOf(real)).toEqual(before);
  });

  it("leaves the user who is a member elsewhere too", async () => {
    await database.transaction("identity", (db) =>
      db
        .insert(members)
        .values({ organizationId: real, userId: `user of ${demo}`, role: "viewer", personId: fresh("prs") }),
    );
    await removeDemoRows(database, demo);
    expect(await rowsOf(demo)).toEqual({ users: 1 });
  });

  it("is waited for where something is being written to it, so that nothing stays behind", async () => {
    const written = Promise.withResolvers<undefined>();
    const go = Promise.withResolvers<undefined>();
    const writing = database.transaction({ organizationId: demo }, async (db) => {
      await db
        .insert(headcounts)
        .values({ organizationId: demo, id: fresh("hdc"), month: "2026-02", developers: "2" });
      written.resolve(undefined);
      await go.promise;
    });
    await written.promise;
    const removing = removeDemoRows(database, demo);
    setTimeout(() => go.resolve(undefined), 100);
    await Promise.all([writing, removing]);
    expect(await rowsOf(demo)).toEqual({ users: 0 });
  });
});

describe("an organization that is no demo", () => {
  it("cannot be removed, though somebody asks with the app's own rights", async () => {
    const before = await rowsOf(real);
    await expect(removeRows(real)).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(removeRows(fresh("org"))).rejects.toMatchObject({ cause: { code: "23001" } });
    expect(await rowsOf(real)).toEqual(before);
  });

  it("cannot be called a demo afterwards, nor by a row of a demo that is made to name it", async () => {
    const asked = { organizationId: real, userId: "somebody", steps: 1 };
    await expect(
      database.transaction("identity", (db) => db.insert(demos).values(asked)),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(
      database.transaction("identity", (db) =>
        db.update(demos).set({ organizationId: real }).where(eq(demos.organizationId, demo)),
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  it("cannot be taken out of the list of organizations, to be put in again as a demo", async () => {
    for (const statement of [
      sql`delete from tenants`,
      sql`update tenants set written_at = now()`,
      sql`delete from demos`,
    ])
      await expect(database.transaction("identity", (db) => db.execute(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });
});

describe("the ledgers", () => {
  it.each(ledgerTables)("%s refuse the app to delete even a demo's rows by itself", async (table) => {
    await expect(
      database.transaction({ organizationId: demo }, (db) => db.execute(sql.raw(`delete from ${table}`))),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("let nobody delete a real organization's rows in the scope of a demo, not even a superuser", async () => {
    await maker.query("begin");
    await maker.query("select set_config('headwater.organization', $1, true)", [identifierToUuid(demo)]);
    await expect(maker.query("delete from headcounts")).rejects.toThrow("are never changed or removed");
    await maker.query("rollback");
    expect(await rowsOf(real)).toMatchObject({ headcounts: 1 });
  });

  it("refuse to change or to empty a demo's rows as those of any other", async () => {
    for (const statement of ["update headcounts set month = month", "truncate headcounts"]) {
      await maker.query("begin");
      await maker.query("select set_config('headwater.organization', $1, true)", [identifierToUuid(demo)]);
      await expect(maker.query(statement)).rejects.toThrow("are never changed or removed");
      await maker.query("rollback");
    }
  });
});

async function removeRows(organizationId: Identifier<"org">): Promise<void> {
  await database.transaction("identity", (db) =>
    db.execute(sql`select headwater.remove_demo(${identifierToUuid(organizationId)}::uuid)`),
  );
}
