import type { Transaction } from "@headwater/db";
import { audit, auditPending, documents, organizations } from "@headwater/db/tables";
import { newIdentifier } from "@headwater/domain/identifier";
import { may } from "@headwater/domain/organization";
import { and, asc, eq, gt } from "drizzle-orm";
import { canonicalJson } from "../operation/canonical.ts";
import { type Actor, Refused, type Runtime } from "../operation/index.ts";
import { type Archive, type ArchivedFile, zipInto } from "./archive.ts";
import { csvLine } from "./cells.ts";
import { type ExportedTable, exportedTables } from "./exported-tables.ts";
import { exportedRows } from "./rows.ts";

/**
 * The organization's whole data as a zip: each table as CSV and as JSON Lines, the uploaded documents, and a manifest
 * with counts and digests. Read in one transaction while it is sent. Refuses before the first byte; a failure on the
 * way breaks the stream, so that half an archive is never taken for a whole one.
 */
export async function exportOrganization(
  runtime: Runtime,
  actor: Actor,
): Promise<ReadableStream<Uint8Array>> {
  if (!may(actor.scopes, "export.read"))
    throw new Refused(
      "not-allowed",
      "This needs the right export.read. Ask an owner of the organization for a role that has it.",
    );
  await noteExport(runtime, actor);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // Whoever stops reading closes the stream: the next write fails, and the transaction ends with it.
  const written = runtime.database.transaction(
    { organizationId: actor.organizationId, readOnly: true },
    (db) =>
      writeArchive(
        db,
        runtime,
        actor,
        zipInto((bytes) => writer.write(bytes)),
      ),
  );
  written.then(
    () => writer.close().catch(() => undefined),
    (error: unknown) => writer.abort(error).catch(() => undefined),
  );
  return readable;
}

/** That all data left the product is as much worth keeping as a change. */
async function noteExport(runtime: Runtime, actor: Actor): Promise<void> {
  const { organizationId } = actor;
  await runtime.database.transaction({ organizationId }, async (db) => {
    const [organization] = await db
      .select({ salt: organizations.salt })
      .from(organizations)
      .where(eq(organizations.organizationId, organizationId));
    if (!organization) throw new Refused("not-found", "This organization does not exist here.");
    const at = runtime.clock();
    const id = newIdentifier("aud", at.getTime(), runtime.randomBytes(10));
    await db.insert(audit).values({
      organizationId,
      id,
      at,
      actor: `${actor.kind}:${actor.id}`,
      operation: "export.read",
      entity: null,
      detail: { omitted: omitted(actor) },
      inputDigest: runtime.sha256(organization.salt, canonicalJson({})),
    });
    await db.insert(auditPending).values({ organizationId, auditId: id });
  });
}

interface ManifestTable {
  readonly table: string;
  readonly rows: number;
  readonly files: readonly ArchivedFile[];
}

async function writeArchive(
  db: Transaction,
  runtime: Runtime,
  actor: Actor,
  archive: Archive,
): Promise<void> {
  const shown = exportedTables().filter((table) => mayExport(actor, table));
  const tables: ManifestTable[] = [];
  for (const table of shown) tables.push(await writeTable(db, actor, archive, table));
  const files = await writeDocuments(db, runtime, actor, archive);
  const manifest = {
    product: "Headwater",
    exportedAt: runtime.clock().toISOString(),
    organization: actor.organizationId,
    tables,
    documents: files,
    omitted: omitted(actor),
  };
  await archive.add("manifest.json", [utf8(`${JSON.stringify(manifest, null, 2)}\n`)]);
  await archive.finish();
}

/** Two passes over the table: a zip takes its files one after the other, and neither form is held in memory. */
async function writeTable(
  db: Transaction,
  actor: Actor,
  archive: Archive,
  table: ExportedTable,
): Promise<ManifestTable> {
  const names = table.columns.map(({ name }) => name);
  let rows = 0;
  async function* csv() {
    yield utf8(csvLine(names));
    for await (const part of exportedRows(db, actor.organizationId, table)) {
      rows += part.length;
      yield utf8(part.map(csvLine).join(""));
    }
  }
  async function* lines() {
    for await (const part of exportedRows(db, actor.organizationId, table))
      yield utf8(
        part
          .map(
            (row) =>
              `${JSON.stringify(Object.fromEntries(names.map((name, place) => [name, row[place]])))}\n`,
          )
          .join(""),
      );
  }
  const files = [
    await archive.add(`csv/${table.name}.csv`, csv()),
    await archive.add(`jsonl/${table.name}.jsonl`, lines()),
  ];
  return { table: table.name, rows, files };
}

/** One at a time: a document can be as large as an upload may be. */
async function writeDocuments(
  db: Transaction,
  runtime: Runtime,
  actor: Actor,
  archive: Archive,
): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for (let after = ""; ;) {
    const [row] = await db
      .select()
      .from(documents)
      .where(and(eq(documents.organizationId, actor.organizationId), gt(documents.digest, after)))
      .orderBy(asc(documents.digest))
      .limit(1);
    if (!row) return files;
    files.push(await archive.add(`documents/${row.digest}`, [await runtime.decompress(row.content)]));
    if (row.beside !== null)
      files.push(await archive.add(`documents/${row.digest}.beside`, [await runtime.decompress(row.beside)]));
    after = row.digest;
  }
}

function mayExport(actor: Actor, table: ExportedTable): boolean {
  return table.access === null || may(actor.scopes, table.access);
}

/** Tables that this role does not see one row at a time, and the right that shows them. */
function omitted(actor: Actor) {
  return exportedTables()
    .filter((table) => !mayExport(actor, table))
    .map(({ name, access }) => ({ table: name, needs: access }));
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
