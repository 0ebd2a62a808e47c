import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClientBase } from "pg";
import { StartRefused } from "../connect/refusal.ts";

export type MigrationsFolder = string;

/** A step of the schema, named by its reason: `0003_<why>.sql`. */
export type Migration = { number: number; name: string; sql: string; checksum: string };

/** In the sources beside src/; a bundle copies the folder and passes its own place. */
export const defaultMigrationsFolder: MigrationsFolder = fileURLToPath(
  new URL("../../migrations", import.meta.url),
);

/**
 * Applies what is missing, in order, each in a transaction of its own, and returns the names of what it applied.
 * The caller holds the advisory lock and has taken the role that shall own the tables.
 * Throws StartRefused when an applied migration was edited or removed, or when the database is newer than this program.
 */
export async function migrate(client: ClientBase, folder: MigrationsFolder): Promise<string[]> {
  const known = await readMigrations(folder);
  await client.query(`create table if not exists headwater.migrations (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  const applied = await client.query<{ number: number; name: string; checksum: string }>(
    "select number, name, checksum from headwater.migrations order by number",
  );
  for (const row of applied.rows) compare(row, known);
  const done = new Set(applied.rows.map((row) => row.number));
  const missing = known.filter((migration) => !done.has(migration.number));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

export async function readMigrations(folder: MigrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  for (const [position, migration] of migrations.entries()) {
    if (migration.number !== position)
      throw new StartRefused(
        `The migrations in ${folder} are not numbered 0000, 0001, … without a gap: look at ${migration.name}.`,
      );
  }
  return migrations;
}

async function readMigration(folder: MigrationsFolder, file: string): Promise<Migration> {
  const named = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
  if (named === null)
    throw new StartRefused(`${join(folder, file)} is not named like 0003_why_it_changes.sql.`);
  const sql = await readFile(join(folder, file), "utf8");
  return {
    number: Number(named[1]),
    name: file.slice(0, -".sql".length),
    sql,
    checksum: createHash("sha256").update(sql).digest("hex"),
  };
}

function compare(row: { number: number; name: string; checksum: string }, known: Migration[]): void {
  const here = known[row.number];
  if (here === undefined) {
    throw new StartRefused(
      `The database has had migration ${row.name}, which this version of Headwater does not know: start the newer version, or restore a backup made with this one.`,
    );
  }
  if (here.name !== row.name || here.checksum !== row.checksum) {
    throw new StartRefused(
      `Migration ${row.name} was changed after it was applied to this database: restore the file as it was and put the change into a new migration.`,
    );
  }
}

async function apply(client: ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into headwater.migrations (number, name, checksum) values ($1, $2, $3)", [
      number,
      name,
      checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw new Error(`Migration ${name} failed and left nothing behind.`, { cause: error });
  }
}
