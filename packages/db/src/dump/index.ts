import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGzip, type Gzip } from "node:zlib";
import pg, { type ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Address } from "../connect/address.ts";
import { asUnavailable } from "../connect/failure.ts";
import { identityTables } from "../tables/index.ts";
import { exactText, readColumns, type TableColumns } from "./columns.ts";
import { frame } from "./frames.ts";
import type { DumpHeader, DumpSummary } from "./shape.ts";

export { DumpRefused } from "./frames.ts";
export { restoreDatabase } from "./restore.ts";
export type { DumpHeader, DumpSummary } from "./shape.ts";

const identity: ReadonlySet<string> = new Set(identityTables);

/**
 * Writes the whole installation, as it was at one instant, into one gzip file, and ends `output`. The server may go on working:
 * one read-only transaction sees one state. The app's role is enough: the organizations are visited one by one, as row-level security wants it.
 * The queue of jobs is not part of it.
 */
export async function dumpDatabase(address: Address, output: Writable): Promise<DumpSummary> {
  const client = new pg.Client({ ...address, application_name: "headwater backup" });
  client.on("error", () => undefined);
  const packed = createGzip({ level: 1 });
  packed.pipe(output);
  packed.on("error", (error) => output.destroy(error));
  output.on("error", (error) => packed.destroy(error));
  try {
    await client.connect();
    await client.query("begin isolation level repeatable read, read only");
    await client.query(exactText);
    const summary = await writeAll(client, packed);
    await client.query("commit");
    packed.end();
    await finished(output);
    return summary;
  } catch (error) {
    packed.destroy();
    output.destroy();
    throw asUnavailable(error) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function writeAll(client: ClientBase, packed: Gzip): Promise<DumpSummary> {
  const tables = await readColumns(client);
  const organizations = await client.query<{ id: string }>(
    "select organization_id as id from tenants order by 1",
  );
  await write(packed, frame("H", await headerOf(client)));
  let rows = 0;
  for (const table of tables)
    rows += await writeTable(
      client,
      packed,
      table,
      organizations.rows.map(({ id }) => id),
    );
  await write(packed, frame("Z", { tables: tables.length, rows }));
  return { tables: tables.length, rows };
}

async function headerOf(client: ClientBase): Promise<DumpHeader> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from headwater.migrations order by number",
  );
  const installation = await client.query<{ fingerprint: string; at: string }>(
    "select secret_fingerprint as fingerprint, to_json(now())::text as at from installation where id = 1",
  );
  const { fingerprint = "", at = "" } = installation.rows[0] ?? {};
  return {
    format: "headwater-dump",
    formatVersion: 1,
    takenAt: at.replaceAll('"', ""),
    secretFingerprint: fingerprint,
    migrations: migrations.rows,
  };
}

async function writeTable(
  client: ClientBase,
  packed: Gzip,
  { table, columns }: TableColumns,
  organizations: string[],
): Promise<number> {
  await write(packed, frame("T", { table, columns }));
  const select = `select ${columns.map((column) => pg.escapeIdentifier(column)).join(", ")} from ${pg.escapeIdentifier(table)}`;
  const digest = createHash("sha256");
  let rows = 0;
  const owners = identity.has(table) ? [null] : organizations;
  for (const organization of owners) {
    if (organization !== null)
      await client.query("select set_config('headwater.organization', $1, true)", [organization]);
    const where = organization === null ? "" : ` where organization_id = ${pg.escapeLiteral(organization)}`;
    const copy = client.query(copyTo(`copy (${select}${where}) to stdout`));
    for await (const part of copy) {
      const chunk: unknown = part;
      if (!Buffer.isBuffer(chunk)) throw new TypeError("COPY gives bytes.");
      digest.update(chunk);
      await write(packed, frame("D", chunk));
    }
    rows += copy.rowCount;
  }
  await write(packed, frame("E", { rows, sha256: digest.digest("hex") }));
  return rows;
}

async function write(packed: Gzip, bytes: Buffer): Promise<void> {
  if (!packed.write(bytes)) await once(packed, "drain");
}
