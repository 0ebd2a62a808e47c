import { and, asc, desc, eq, gt, lte, type SQL } from "drizzle-orm";
import type { AnyPgColumn, AnyPgTable } from "drizzle-orm/pg-core";
import { parseCursor, printCursor } from "../giving/paging.ts";
import type { Context } from "../operation/index.ts";
import { foreignCursor, type Page } from "./newest-first.ts";

/** How a list is read that stands in the order of a key that never changes: a slug, a purl, a year. */
export interface KeyedList<Row, Key extends string | number> {
  readonly input: { readonly limit: number; readonly cursor?: string | undefined };
  readonly table: ListedTable;
  readonly key: AnyPgColumn;
  readonly parseId: (text: string) => string | number | null;
  readonly parseKey: (text: string) => Key | null;
  /** At most `limit` rows that meet the condition, in the order of the key. */
  readonly read: (condition: SQL | undefined, limit: number) => Promise<Row[]>;
  readonly keyOf: (row: Row) => Key;
}

type ListedTable = AnyPgTable & { readonly id: AnyPgColumn; readonly organizationId: AnyPgColumn };

/** As KeyedList, of rows of which a later one takes the place of the earlier ones of its key. */
export interface InForceList<Row, Key extends string | number> extends Omit<KeyedList<Row, Key>, "read"> {
  readonly table: ListedTable & { readonly writtenAt: AnyPgColumn };
  /** At most `limit` rows that meet the condition, in the given order, the first of each key only. */
  readonly read: (condition: SQL | undefined, order: SQL[], limit: number) => Promise<Row[]>;
}

/** A page of rows in the order of their key; rows written after the first page are left out of the later ones. */
export async function keyedPage<Row, Key extends string | number>(
  context: Context,
  list: KeyedList<Row, Key>,
): Promise<Page<Row>> {
  const cursor = parseCursor(list.input.cursor);
  const rows = await list.read(cursor === null ? undefined : after(list, cursor), list.input.limit + 1);
  const items = rows.slice(0, list.input.limit);
  const last = items.at(-1);
  if (rows.length <= list.input.limit || last === undefined) return { items, nextCursor: null };
  const pin = cursor?.pin ?? (await newestId(context, list.table));
  return { items, nextCursor: printCursor({ pin, after: String(list.keyOf(last)) }) };
}

/** A page of what was said last of each key, in the order of the keys. */
export function inForcePage<Row, Key extends string | number>(
  context: Context,
  list: InForceList<Row, Key>,
): Promise<Page<Row>> {
  const { table, key } = list;
  const own = eq(table.organizationId, context.organization.id);
  const order = [asc(key), desc(table.writtenAt), desc(table.id)];
  return keyedPage(context, {
    ...list,
    read: (condition, limit) => list.read(and(own, condition), order, limit),
  });
}

function after<Row, Key extends string | number>(
  { table, key, parseId, parseKey }: KeyedList<Row, Key>,
  cursor: { readonly pin: string; readonly after: string },
): SQL | undefined {
  const pin = parseId(cursor.pin);
  const last = parseKey(cursor.after);
  if (pin === null || last === null) throw foreignCursor();
  return and(lte(table.id, pin), gt(key, last));
}

/** The greatest id of all rows of the organization, seen by the list or not. */
async function newestId(context: Context, table: ListedTable): Promise<string> {
  const [row] = await context.db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.organizationId, context.organization.id))
    .orderBy(desc(table.id))
    .limit(1);
  return String(row?.id);
}

export function textKey(text: string): string {
  return text;
}

export function numberKey(text: string): number | null {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
