import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg, { type ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Address } from "../connect/address.ts";
import { asUnavailable, errorCode } from "../connect/failure.ts";
import { identityTables, ledgerTables } from "../tables/index.ts";
import { DumpRefused, framesOf, type Frame } from "./frames.ts";
import { exactText, readColumns } from "./columns.ts";
import {
  parseEnd,
  parseHeader,
  parseSummary,
  parseTable,
  type DumpHeader,
  type DumpSummary,
} from "./shape.ts";

/**
 * Reads a dump into a migrated database that holds nothing yet, in one transaction: all of it or nothing. `owner` enters as the owner of the tables or as
 * a superuser. Throws DumpRefused when the file was cut off or changed, or does not fit the database.
 */
export async function restoreDatabase(owner: Address, input: Readable): Promise<DumpSummary> {
  const client = new pg.Client({ ...owner, application_name: "headwater restore" });
  client.on("error", () => undefined);
  const unpacked = createGunzip();
  input.on("error", (error) => unpacked.destroy(error));
  // The reader of frames meets the error when it asks for more; until then it must not end the process.
  unpacked.on("error", () => undefined);
  input.pipe(unpacked);
  try {
    await client.connect();
    await client.query("begin");
    await client.query(exactText);
    await becomeOwner(client);
    const summary = await readAll(client, framesOf(unpacked));
    await client.query("commit");
    return summary;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw refusalOf(error) ?? asUnavailable(error) ?? error;
  } finally {
    input.unpipe(unpacked);
    unpacked.destroy();
    await client.end().catch(() => undefined);
  }
}

function refusalOf(error: unknown): DumpRefused | null {
  const code = errorCode(error);
  if (code === "Z_BUF_ERROR")
    return new DumpRefused("The backup was cut off: take another copy of the file.", { cause: error });
  if (code?.startsWith("Z_") === true)
    return new DumpRefused("This is not a backup of Headwater, or it is damaged.", { cause: error });
  return null;
}

async function becomeOwner(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    "select tableowner as owner from pg_tables where schemaname = 'public' and tablename = 'organizations'",
  );
  const [found] = rows;
  if (found === undefined)
    throw new DumpRefused(
      "The database has no tables yet: start Headwater on it once, stop it, and restore then.",
    );
  await client.query(`set local role ${pg.escapeIdentifier(found.owner)}`);
}

async function readAll(client: ClientBase, frames: AsyncGenerator<Frame>): Promise<DumpSummary> {
  const header = parseHeader(json(await take(frames, "H")));
  if (header === null) throw new DumpRefused("This is not a backup of Headwater, or one of a newer version.");
  await refuseOtherPlace(client, header);
  const here = await readColumns(client);
  await openWalls(
    client,
    here.map(({ table }) => table),
  );
  let [tables, rows] = [0, 0];
  for (;;) {
    const next = await takeAny(frames);
    if (next.kind === "Z") {
      const said = parseSummary(json(next));
      if (said?.rows !== rows || said.tables !== tables)
        throw new DumpRefused("The backup is damaged: it does not hold as many rows as it says.");
      break;
    }
    const described = next.kind === "T" ? parseTable(json(next)) : null;
    const known = here.find(({ table }) => table === described?.table);
    if (
      described === null ||
      known === undefined ||
      described.columns.some((column) => !known.columns.includes(column))
    )
      throw new DumpRefused("The backup names a table or column that this database does not have.");
    rows += await readTable(client, frames, described);
    tables += 1;
  }
  await setSequencesForward(client);
  await closeWalls(
    client,
    here.map(({ table }) => table),
  );
  return { tables, rows };
}

/** The schema must be the one that the rows were written in, and the secret the one that sealed what they hold. */
async function refuseOtherPlace(client: ClientBase, header: DumpHeader): Promise<void> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from headwater.migrations order by number",
  );
  const text = (list: { name: string; checksum: string }[]) =>
    list.map(({ name, checksum }) => `${name} ${checksum}`).join("\n");
  if (text(migrations.rows) !== text(header.migrations)) {
    throw new DumpRefused(
      `The backup was made by another version (its last migration is ${header.migrations.at(-1)?.name ?? "none"}): restore it with that version, then start this one.`,
    );
  }
  const installation = await client.query<{ fingerprint: string }>(
    "select secret_fingerprint as fingerprint from installation where id = 1",
  );
  if (installation.rows[0]?.fingerprint !== header.secretFingerprint) {
    throw new DumpRefused(
      "The backup was made under another HEADWATER_SECRET: set up the empty database with that one, or stored tokens could not be read.",
    );
  }
}

/** Inside this transaction only, for COPY does not go through row-level security. The ledgers' triggers may stay: rows are only added. */
async function openWalls(client: ClientBase, tables: string[]): Promise<void> {
  for (const table of tables) {
    const name = pg.escapeIdentifier(table);
    await client.query(`alter table ${name} no force row level security`);
    const { rows } = await client.query(`select from ${name} limit 1`);
    if (rows.length > 0)
      throw new DumpRefused(
        `The database is not empty (${table} has rows): a backup is restored into an empty one only.`,
      );
  }
}

/** A column that counts goes on after the highest number that was restored. */
async function setSequencesForward(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select d.objid::regclass::text as sequence, c.relname as table, a.attname as column
     from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S' join pg_class c on c.oid = d.refobjid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval($1::regclass, coalesce(max(${pg.escapeIdentifier(column)}), 0) + 1, false) from ${pg.escapeIdentifier(table)}`,
      [sequence],
    );
  }
}

const guarded: ReadonlySet<string> = new Set(ledgerTables);
const open: ReadonlySet<string> = new Set(identityTables);

async function closeWalls(client: ClientBase, tables: string[]): Promise<void> {
  for (const table of tables)
    if (!open.has(table))
      await client.query(`alter table ${pg.escapeIdentifier(table)} force row level security`);
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from pg_trigger where tgname = 'append_only' and tgenabled = 'O'",
  );
  if (rows[0]?.count !== guarded.size)
    throw new DumpRefused(
      "The ledgers of this database are not guarded: start Headwater on it once, stop it, and restore then.",
    );
}

async function readTable(
  client: ClientBase,
  frames: AsyncGenerator<Frame>,
  { table, columns }: { table: string; columns: string[] },
): Promise<number> {
  const copy = client.query(
    copyFrom(
      `copy ${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")}) from stdin`,
    ),
  );
  const digest = createHash("sha256");
  const done = finished(copy);
  done.catch(() => undefined);
  try {
    for (;;) {
      const next = await takeAny(frames);
      if (next.kind === "E") {
        copy.end();
        await done;
        const said = parseEnd(json(next));
        if (said?.rows !== copy.rowCount || said.sha256 !== digest.digest("hex"))
          throw new DumpRefused(`The backup is damaged in the rows of ${table}.`);
        return copy.rowCount;
      }
      if (next.kind !== "D") throw new DumpRefused(`The backup is damaged in the rows of ${table}.`);
      digest.update(next.payload);
      if (!copy.write(next.payload)) await Promise.race([once(copy, "drain"), done]);
    }
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function takeAny(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const next = await frames.next();
  if (next.done === true) throw new DumpRefused("The backup was cut off: take another copy of the file.");
  return next.value;
}

async function take(frames: AsyncGenerator<Frame>, kind: Frame["kind"]): Promise<Frame> {
  const next = await takeAny(frames);
  if (next.kind !== kind) throw new DumpRefused("This is not a backup of Headwater, or it is damaged.");
  return next;
}

function json({ payload }: Frame): unknown {
  try {
    return JSON.parse(payload.toString("utf8"));
  } catch (error) {
    throw new DumpRefused("The backup is damaged.", { cause: error });
  }
}
