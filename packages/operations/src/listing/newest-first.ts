import { parseIdentifier, type IdentifierPrefix } from "@headwater/domain/identifier";
import { and, lt, lte, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { badField } from "../operation/index.ts";

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The rows that a list of newest rows goes on with: those that existed at its first page and come after the last one shown. */
export function olderThan(
  cursorText: string | undefined,
  prefix: IdentifierPrefix,
  id: AnyPgColumn,
): SQL | undefined {
  const cursor = parseCursor(cursorText);
  if (cursor === null) return undefined;
  const pin = parseIdentifier(prefix, cursor.pin);
  const after = parseIdentifier(prefix, cursor.after);
  if (pin === null || after === null) throw foreignCursor();
  return and(lte(id, pin), lt(id, after));
}

/** A page of rows that were read newest first, one more than the limit. */
export function newestPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  input: { readonly limit: number; readonly cursor?: string | undefined },
): Page<Row> {
  const items = rows.slice(0, input.limit);
  const first = items[0];
  const last = items.at(-1);
  if (rows.length <= input.limit || !first || !last) return { items, nextCursor: null };
  return {
    items,
    nextCursor: printCursor({ pin: parseCursor(input.cursor)?.pin ?? first.id, after: last.id }),
  };
}

export function foreignCursor() {
  return badField("cursor", "this is not a cursor that this list gave out; ask for the first page again");
}
