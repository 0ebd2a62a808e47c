import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { organizations } from "../tables/index.ts";
import { emptyDatabase, urlOf, type EmptyDatabase } from "../testing/empty.ts";
import { testDatabase, testOrganization, type TestDatabase } from "../testing/index.ts";
import type { Address } from "./address.ts";
import { DatabaseUnavailable, openDatabase, type Database } from "./index.ts";
import { roleName } from "./roles.ts";

const secret = "the secret of this test, long enough";

describe("a server at DATABASE_URL", () => {
  let empty: EmptyDatabase;
  let opened: Database[];

  beforeEach(async () => {
    empty = await emptyDatabase();
    opened = [];
  });

  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await empty.drop();
  });

  async function open(app: Address, owner?: Address, given = secret): Promise<Database> {
    const environment = {
      databaseUrl: urlOf(app),
      databaseOwnerUrl: owner === undefined ? undefined : urlOf(owner),
      dataFolder: "unused",
      secret: given,
      log: () => undefined,
    };
    const database = await openDatabase(environment);
    opened.push(database);
    return database;
  }

  async function rolesInUse(database: Database): Promise<unknown> {
    const { rows } = await database.db.execute(
      sql`select current_user as app, (select tableowner from pg_tables where tablename = 'organizations') as owner`,
    );
    return rows[0];
  }

  const named = (part: string) => `${empty.maker.database}_${part}`;

  it("opened by a superuser is served by a role without powers and owned by one that cannot log in", async () => {
    const database = await open(empty.maker);
    expect(await rolesInUse(database)).toEqual({ app: named("app"), owner: named("owner") });
    expect(
      await empty.query(
        "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname = any ($1) order by 1",
        [[named("app"), named("owner")]],
      ),
    ).toEqual([
      {
        rolname: named("app"),
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcanlogin: true,
      },
      {
        rolname: named("owner"),
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcanlogin: false,
      },
    ]);
  });

  it("opened by a role that may make roles is owned by that role and served by another", async () => {
    const owner = await empty.role("createrole");
    await empty.query(`alter database ${empty.maker.database} owner to ${owner.user}`);
    await empty.query(`grant create on schema public to ${owner.user}`);
    expect(await rolesInUse(await open(owner))).toEqual({ app: named("app"), owner: owner.user });
    expect(await rolesInUse(await open(owner))).toEqual({ app: named("app"), owner: owner.user });
  });

  it("is refused, with both ways out, when the role may not make roles", async () => {
    const owner = await empty.role();
    await expect(open(owner)).rejects.toThrow(
      new RegExp(
        `The role ${owner.user} may not make the role .* ALTER ROLE "${owner.user}" CREATEROLE\\. Or: .* DATABASE_OWNER_URL\\.$`,
      ),
    );
  });

  it("is refused, with the two grants, when the owner may not make tables", async () => {
    await empty.query("revoke create on schema public from public");
    await expect(open(await empty.role(), await empty.role())).rejects.toThrow(
      /GRANT CREATE ON DATABASE "\w+" TO "\w+"; GRANT CREATE ON SCHEMA public TO "\w+"\.$/,
    );
  });

  it("with DATABASE_OWNER_URL is served by the role of DATABASE_URL as it is", async () => {
    const app = await empty.role();
    const database = await open(app, empty.maker);
    expect(await rolesInUse(database)).toEqual({ app: app.user, owner: named("owner") });
    await testOrganization(database);
  });

  it.each([
    ["is a superuser", "superuser"],
    ["has BYPASSRLS", "bypassrls"],
  ])("is refused when the role that would serve %s", async (fault, attribute) => {
    const app = await empty.role(attribute);
    await expect(open(app, empty.maker)).rejects.toThrow(
      `The role ${app.user} ${fault}, so row-level security would not keep organizations apart`,
    );
  });

  it("is refused when the role that would serve is the owner, or a member of it", async () => {
    const app = await empty.role();
    await (await open(app, empty.maker)).close();
    opened = [];
    await empty.query(`grant ${named("owner")} to ${app.user}`);
    await expect(open(app, empty.maker)).rejects.toThrow(
      "owns Headwater's tables, or is a member of the role that does",
    );
  });

  it("is refused with another secret, and goes on working with the first", async () => {
    const database = await open(empty.maker);
    await expect(open(empty.maker, undefined, "another secret, long enough as well")).rejects.toThrow(
      "HEADWATER_SECRET is not the one that this database was set up with",
    );
    await open(empty.maker);
    expect(await database.ready()).toBe(true);
  });

  it("that does not answer is DatabaseUnavailable", async () => {
    await expect(open({ ...empty.maker, host: "127.0.0.1", port: 1 })).rejects.toBeInstanceOf(
      DatabaseUnavailable,
    );
    await expect(open({ ...empty.maker, host: "/nowhere" })).rejects.toBeInstanceOf(DatabaseUnavailable);
  });
});

describe("a connection that is lost", () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase();
  });

  afterEach(async () => database.close());

  const terminateAll = sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`;

  it("in the middle of a transaction is DatabaseUnavailable, nothing of it stays, and the next one works", async () => {
    const organizationId = await testOrganization(database, { name: "Before" });
    const attempt = database.transaction({ organizationId }, async (transaction) => {
      await transaction.update(organizations).set({ name: "After" });
      await database.db.execute(terminateAll);
      await transaction.update(organizations).set({ name: "Later" });
    });
    await expect(attempt).rejects.toMatchObject({ name: "DatabaseUnavailable", retryAfterSeconds: 2 });
    expect(
      await database.transaction({ organizationId }, (transaction) =>
        transaction.select({ name: organizations.name }).from(organizations),
      ),
    ).toEqual([{ name: "Before" }]);
  });

  it("while nothing runs on it goes unnoticed", async () => {
    const organizationId = await testOrganization(database);
    await Promise.all(Array.from({ length: 6 }, () => database.db.execute(sql`select pg_sleep(0.02)`)));
    await database.db.execute(terminateAll);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(
      await database.transaction({ organizationId }, (transaction) =>
        transaction.select().from(organizations),
      ),
    ).toHaveLength(1);
  });

  it("is told apart from what the work itself throws", async () => {
    const missingFile = database.transaction("identity", () => readFile("/no/such/file"));
    await expect(missingFile).rejects.toMatchObject({ code: "ENOENT", syscall: "open" });
    await expect(
      database.transaction("identity", (transaction) => transaction.execute(sql`select 1 / 0`)),
    ).rejects.toMatchObject({ cause: { code: "22012" } });
  });
});

describe("the names of roles", () => {
  it.each([
    ["headwater", "headwater_app"],
    ["d".repeat(59), `${"d".repeat(59)}_app`],
    ["d".repeat(60), /^d{46}_[0-9a-f]{12}_app$/],
    ["ł".repeat(31), /^ł{23}_[0-9a-f]{12}_app$/],
  ])("fit into 63 bytes and differ for each database: %s", (database, expected) => {
    const name = roleName(database, "app");
    expect(name).toMatch(expected);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  });
});
