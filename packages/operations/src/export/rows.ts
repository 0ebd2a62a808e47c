import type { Transaction } from "@headwater/db";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import { plainValue, type ExportedValue } from "./cells.ts";
import type { ExportedTable } from "./exported-tables.ts";

const rowsAtOnce = 1000;

/** Rows of a table in the order of its key, through a cursor of the database: however many there are, few are held. */
export async function* exportedRows(
  db: Transaction,
  organizationId: Identifier<"org">,
  table: ExportedTable,
): AsyncGenerator<ExportedValue[][]> {
  const columns = sql.join(
    table.columns.map(({ column }) => sql.identifier(column.name)),
    sql`, `,
  );
  const key = sql.join(
    table.key.map((column) => sql.identifier(column.name)),
    sql`, `,
  );
  const organization = sql.raw(`'${identifierToUuid(organizationId)}'::uuid`);
  await db.execute(
    sql`declare export_rows no scroll cursor for select ${columns} from ${table.table} where organization_id = ${organization} order by ${key}`,
  );
  for (;;) {
    const { rows } = await db.execute(sql`fetch ${sql.raw(String(rowsAtOnce))} from export_rows`);
    if (rows.length > 0)
      yield rows.map((row) => table.columns.map(({ column }) => valueOf(column, row[column.name])));
    if (rows.length < rowsAtOnce) break;
  }
  await db.execute(sql`close export_rows`);
}

/** As the product itself reads the column, so that ids are those of the interface. */
function valueOf(column: ExportedTable["columns"][number]["column"], value: unknown): ExportedValue {
  if (value === null || value === undefined) return null;
  return plainValue(column.mapFromDriverValue(value));
}
