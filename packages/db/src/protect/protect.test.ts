import { identifierToUuid, newIdentifier, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditPending, identityTables, ledgerTables, organizations, targets } from "../tables/index.ts";
import { testDatabase, testOrganization, type TestDatabase } from "../testing/index.ts";
import { privilegesOf } from "./index.ts";

type CatalogueRow = {
  name: string;
  owner: string;
  ownerIsSuperuser: boolean;
  secured: boolean;
  forced: boolean;
  policies: string[];
  firstOfKey: string | null;
  triggers: string[];
};

const auditIdentifier = newIdentifier("aud", 0, new Uint8Array(10));

let database: TestDatabase;
let maker: pg.Client;
let catalogue: CatalogueRow[];

beforeAll(async () => {
  database = await testDatabase();
  maker = new pg.Client(database.maker);
  await maker.connect();
  const { rows } = await maker.query<CatalogueRow>(`
    select c.relname as name, o.rolname as owner, o.rolsuper as "ownerIsSuperuser", c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      array(select format('%s|%s|%s|%s', polcmd, polroles::text, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy where polrelid = c.oid) as policies,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as "firstOfKey",
      array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
    from pg_class c join pg_roles o on o.oid = c.relowner
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  catalogue = rows;
});

afterAll(async () => {
  await maker.end();
  await database.close();
});

const isIdentity = (name: string) => identityTables.some((table) => table === name);
const isLedger = (name: string) => ledgerTables.some((table) => table === name);

describe("what the catalogue of the migrated database says", () => {
  it("knows every table that is listed as a ledger or as an exception", () => {
    const names = catalogue.map((table) => table.name);
    expect(names).toEqual(expect.arrayContaining([...identityTables, ...ledgerTables]));
    expect(names.length).toBeGreaterThan(30);
  });

  it("has the organization first in every primary key, but for the tables of identity", () => {
    expect(
      catalogue
        .filter((table) => !isIdentity(table.name) && table.firstOfKey !== "organization_id")
        .map((table) => table.name),
    ).toEqual([]);
  });

  it("forces row-level security with the one policy on every table, but for the tables of identity", () => {
    const expression =
      "(organization_id = ( SELECT (NULLIF(current_setting('headwater.organization'::text, true), ''::text))::uuid AS \"nullif\"))";
    const wall = { secured: true, forced: true, policies: [`*|{0}|${expression}|${expression}`] };
    const none = { secured: false, forced: false, policies: [] };
    for (const { name, secured, forced, policies } of catalogue) {
      expect({ name, secured, forced, policies }).toEqual({ name, ...(isIdentity(name) ? none : wall) });
    }
  });

  it("has one owner for all tables, who is neither a superuser nor the app", () => {
    const owners = new Set(catalogue.map((table) => table.owner));
    expect(owners.size).toBe(1);
    expect(owners).not.toContain(database.address.user);
    expect(catalogue.some((table) => table.ownerIsSuperuser)).toBe(false);
  });

  it("gives the app's role what each table needs, and nobody else anything", async () => {
    const { rows } = await maker.query<{ name: string; grantee: string; privileges: string[] }>(
      `select c.relname as name, coalesce(r.rolname, 'public') as grantee, array_agg(a.privilege_type order by a.privilege_type) as privileges
       from pg_class c cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner group by 1, 2 order by 1`,
    );
    expect(rows).toEqual(
      catalogue.map(({ name }) => ({ name, grantee: database.address.user, privileges: privilegesOf(name) })),
    );
    expect(privilegesOf("contributions")).toEqual(["INSERT", "SELECT"]);
    expect(privilegesOf("products")).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
  });

  it("has the trigger that keeps ledgers whole on every ledger, and on no other table", () => {
    for (const { name, triggers } of catalogue) {
      const guarded = triggers.some((trigger) =>
        /BEFORE DELETE OR UPDATE OR TRUNCATE .* FOR EACH STATEMENT EXECUTE FUNCTION headwater.refuse_change/.test(
          trigger,
        ),
      );
      expect({ name, guarded }).toEqual({ name, guarded: isLedger(name) });
    }
  });
});

it("has no sequence but those of identity columns, which need no privilege and which a restored backup sets forward", async () => {
  const { rows } = await maker.query(
    "select relname from pg_class s where relkind = 'S' and relnamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = s.oid and d.deptype = 'i')",
  );
  expect(rows).toEqual([]);
});

describe("ledgers", () => {
  it.each(ledgerTables)(
    "%s refuses UPDATE, DELETE and TRUNCATE, even of the owner and of a superuser",
    async (table) => {
      for (const statement of [
        `update ${table} set organization_id = organization_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(
          database.transaction("identity", (transaction) => transaction.execute(sql.raw(statement))),
        ).rejects.toMatchObject({ cause: { code: "42501" } });
        await expect(maker.query(statement)).rejects.toThrow(
          `Rows of ${table} are never changed or removed: add a reversing row instead.`,
        );
      }
    },
  );
});

describe("two organizations in one database", () => {
  let ours: Identifier<"org">;
  let theirs: Identifier<"org">;

  beforeAll(async () => {
    ours = await testOrganization(database, { name: "Ours" });
    theirs = await testOrganization(database, { name: "Theirs" });
    await database.transaction({ organizationId: theirs }, (transaction) =>
      transaction.insert(auditPending).values({ organizationId: theirs, auditId: auditIdentifier }),
    );
  });

  it("see only their own rows, though the query asks for all", async () => {
    const seen = await database.transaction({ organizationId: ours }, (transaction) =>
      transaction.select({ name: organizations.name }).from(organizations),
    );
    expect(seen).toEqual([{ name: "Ours" }]);
  });

  it("cannot write, change or remove a row of the other", async () => {
    const asOurs = <Result>(work: Parameters<typeof database.transaction<Result>>[1]) =>
      database.transaction<Result>({ organizationId: ours }, work);
    await expect(
      asOurs((transaction) =>
        transaction.insert(auditPending).values({ organizationId: theirs, auditId: auditIdentifier }),
      ),
    ).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await asOurs((transaction) => transaction.update(organizations).set({ name: "Taken" }));
    await asOurs((transaction) => transaction.delete(auditPending));
    const { rows } = await maker.query<{ name: string; pending: string }>(
      "select name, (select count(*) from audit_pending p where p.organization_id = o.organization_id) as pending from organizations o where organization_id = $1",
      [identifierToUuid(theirs)],
    );
    expect(rows).toEqual([{ name: "Theirs", pending: "1" }]);
  });

  it("are both invisible without a scope, in a transaction and on the bare pool", async () => {
    expect(
      await database.transaction("identity", (transaction) => transaction.select().from(organizations)),
    ).toEqual([]);
    expect(await database.db.select().from(organizations)).toEqual([]);
  });

  it("leave no scope behind on a connection, whether the transaction commits or fails", async () => {
    const setting = () =>
      database.db.execute(sql`select nullif(current_setting('headwater.organization', true), '') as scope`);
    const manyAtOnce = Array.from({ length: 24 }, (_, position) =>
      database
        .transaction({ organizationId: position % 2 === 0 ? ours : theirs }, async (transaction) => {
          if (position % 3 === 0)
            await transaction
              .select()
              .from(targets)
              .where(sql`1 / 0 = 1`);
        })
        .catch(() => undefined),
    );
    await Promise.all(manyAtOnce);
    const scopes = await Promise.all(Array.from({ length: 24 }, setting));
    expect(scopes.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: 24 }, () => ({ scope: null })));
  });
});
