import { cp, mkdtemp, rm, writeFile, appendFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepare } from "../connect/prepare.ts";
import { tables } from "../tables/index.ts";
import { emptyDatabase, type EmptyDatabase } from "../testing/empty.ts";
import { testDatabase } from "../testing/index.ts";
import { defaultMigrationsFolder, readMigrations } from "./index.ts";

let empty: EmptyDatabase;
let folder: string;
let applied: string[];

beforeEach(async () => {
  empty = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), "headwater-migrations-"));
  applied = [];
});

afterEach(async () => {
  await empty.drop();
  await rm(folder, { recursive: true });
});

const setUp = (migrationsFolder = folder) =>
  prepare({
    owner: empty.maker,
    secret: "a secret of the tests",
    existingAppRole: null,
    migrationsFolder,
    log: (line) => applied.push(line),
  });

async function shippedWith(extra: Record<string, string>): Promise<string[]> {
  await cp(defaultMigrationsFolder, folder, { recursive: true });
  for (const [name, sql] of Object.entries(extra)) await writeFile(join(folder, name), sql);
  return (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
}

async function nextNumber(): Promise<string> {
  return String((await readMigrations(defaultMigrationsFolder)).length).padStart(4, "0");
}

describe("migrations", () => {
  it("are applied once when three servers start at once on an empty database", async () => {
    const roles = await Promise.all([
      setUp(defaultMigrationsFolder),
      setUp(defaultMigrationsFolder),
      setUp(defaultMigrationsFolder),
    ]);
    const shipped = await readMigrations(defaultMigrationsFolder);
    expect(applied).toEqual(shipped.map(({ name }) => `Migrated: ${name}`));
    expect(new Set(roles).size).toBe(1);
    expect(await empty.query("select number, name, checksum from headwater.migrations order by 1")).toEqual(
      shipped.map(({ number, name, checksum }) => ({ number, name, checksum })),
    );
  });

  it("go on where an older version left off", async () => {
    await shippedWith({});
    await setUp();
    const number = await nextNumber();
    await shippedWith({
      [`${number}_words_get_a_place.sql`]:
        "create table words (organization_id uuid primary key, word text);",
    });
    applied = [];
    await setUp();
    expect(applied).toEqual([`Migrated: ${number}_words_get_a_place`]);
    expect(
      await empty.query("select relforcerowsecurity as forced from pg_class where relname = 'words'"),
    ).toEqual([{ forced: true }]);
  });

  it("are refused when one was edited after it was applied", async () => {
    const [first] = await shippedWith({});
    await setUp();
    await appendFile(join(folder, first ?? ""), "\n-- an afterthought\n");
    await expect(setUp()).rejects.toThrow(
      /^Migration 0000_\w+ was changed after it was applied to this database: restore the file/,
    );
  });

  it("are refused when the database has had one that this version does not know", async () => {
    const number = await nextNumber();
    await shippedWith({ [`${number}_from_the_future.sql`]: "select 1;" });
    await setUp();
    await expect(setUp(defaultMigrationsFolder)).rejects.toThrow(
      `The database has had migration ${number}_from_the_future, which this version of Headwater does not know`,
    );
  });

  it("leave nothing behind when one fails halfway, and say which", async () => {
    const number = await nextNumber();
    await shippedWith({
      [`${number}_half.sql`]: "create table half (id integer);\n--> statement-breakpoint\nselect 1 / 0;",
    });
    await expect(setUp()).rejects.toThrow(`Migration ${number}_half failed and left nothing behind.`);
    expect(
      await empty.query(
        "select to_regclass('public.half') as half, (select count(*)::int from headwater.migrations) as applied",
      ),
    ).toEqual([{ half: null, applied: Number(number) }]);
  });

  it.each([
    ["a gap in the numbers", "0900_later.sql", "are not numbered 0000, 0001"],
    ["a name without a reason", "0001.sql", "is not named like 0003_why_it_changes.sql"],
  ])("are refused with %s", async (_, name, sentence) => {
    await shippedWith({ [name]: "select 1;" });
    await expect(setUp()).rejects.toThrow(sentence);
  });
});

it("builds exactly the tables that the code describes: columns, types, nullability, defaults, keys and indexes", async () => {
  const database = await testDatabase();
  const client = new pg.Client(database.maker);
  try {
    await client.connect();
    const { rows } = await client.query<{
      table: string;
      columns: string[];
      key: string[];
      indexes: string[];
    }>(`
      select c.relname as table,
        array(select format('%s %s%s%s', attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' else '' end, case when atthasdef then ' default' else '' end)
          from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
        array(select a.attname::text from pg_index i cross join unnest(i.indkey::int[]) with ordinality k(attnum, position)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary order by k.position) as key,
        array(select format('%s%s %s', case when i.indisunique then 'unique ' else '' end, x.relname, i.indnatts) from pg_index i join pg_class x on x.oid = i.indexrelid
          where i.indrelid = c.oid and not i.indisprimary order by x.relname::text collate "C") as indexes
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname::text collate "C"`);
    // A column that a later migration adds stands last in the database, and beside its kin in the code.
    const inOrder = rows.map((table) => ({ ...table, columns: table.columns.toSorted() }));
    expect(inOrder).toEqual(described());
  } finally {
    await client.end();
    await database.close();
  }
});

function described(): { table: string; columns: string[]; key: string[]; indexes: string[] }[] {
  return Object.values(tables)
    .filter((table) => is(table, PgTable))
    .map((table) => getTableConfig(table))
    .map((table) => ({
      table: table.name,
      columns: table.columns
        .map(
          (column) =>
            `${column.name} ${column.getSQLType().replace(", ", ",")}${column.notNull ? " not null" : ""}${column.hasDefault && column.default !== undefined ? " default" : ""}`,
        )
        .toSorted(),
      key:
        table.primaryKeys[0]?.columns.map((column) => column.name) ??
        table.columns.filter((column) => column.primary).map((column) => column.name),
      indexes: [
        ...table.indexes.map(({ config }) => ({
          name: config.name ?? "",
          unique: config.unique,
          width: config.columns.length,
        })),
        ...table.columns
          .filter((column) => column.isUnique)
          .map((column) => ({ name: column.uniqueName ?? "", unique: true, width: 1 })),
      ]
        .sort((left, right) => (left.name < right.name ? -1 : 1))
        .map(({ name, unique, width }) => `${unique ? "unique " : ""}${name} ${width}`),
    }))
    .sort((left, right) => (left.table < right.table ? -1 : 1));
}
