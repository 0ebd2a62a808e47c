import { and, gt, lte, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { foreignCursor, type Page } from "./newest-first.ts";

/** How a list is read that stands in the order of a key that never changes: a slug, a purl, a year. */
export interface KeyedList<Row, Id extends string | number, Key extends string | number> {
  readonly input: { readonly limit: number; readonly cursor?: string | undefined };
  readonly id: AnyPgColumn;
  readonly key: AnyPgColumn;
  readonly parseId: (text: string) => Id | null;
  readonly parseKey: (text: string) => Key | null;
  /** At most `limit` rows that meet the condition, in the order of the key. */
  readonly read: (condition: SQL | undefined, limit: number) => Promise<Row[]>;
  readonly keyOf: (row: Row) => Key;
  /** The greatest id of all rows, seen by the list or not; null where there are none. */
  readonly newestId: () => Promise<Id | null>;
}

/** A page of rows in the order of their key; rows written after the first page are left out of the later ones. */
export async function keyedPage<Row, Id extends string | number, Key extends string | number>(
  list: KeyedList<Row, Id, Key>,
): Promise<Page<Row>> {
  const cursor = parseCursor(list.input.cursor);
  const rows = await list.read(cursor === null ? undefined : after(list, cursor), list.input.limit + 1);
  const items = rows.slice(0, list.input.limit);
  const last = items.at(-1);
  if (rows.length <= list.input.limit || last === undefined) return { items, nextCursor: null };
  const pin = cursor?.pin ?? String(await list.newestId());
  return { items, nextCursor: printCursor({ pin, after: String(list.keyOf(last)) }) };
}

function after<Row, Id extends string | number, Key extends string | number>(
  list: KeyedList<Row, Id, Key>,
  cursor: { readonly pin: string; readonly after: string },
): SQL | undefined {
  const pin = list.parseId(cursor.pin);
  const last = list.parseKey(cursor.after);
  if (pin === null || last === null) throw foreignCursor();
  return and(lte(list.id, pin), gt(list.key, last));
}

export function textKey(text: string): string {
  return text;
}

export function numberKey(text: string): number | null {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
