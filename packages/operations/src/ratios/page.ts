import { Refused } from "../operation/index.ts";

/** A page of a computed list: the digest of the whole list pins it, so that pages of two states are never mixed. */
export function pageOfComputed<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: string | undefined,
  digestOf: () => string,
): { readonly items: readonly Row[]; readonly nextCursor: string | null } {
  if (cursor === undefined && rows.length <= limit) return { items: rows, nextCursor: null };
  const digest = digestOf();
  const offset = cursor === undefined ? 0 : offsetOf(cursor, digest);
  const end = offset + limit;
  return { items: rows.slice(offset, end), nextCursor: end < rows.length ? `${digest}.${end}` : null };
}

function offsetOf(cursor: string, digest: string): number {
  const match = /^([0-9a-f]+)\.(\d{1,9})$/.exec(cursor);
  if (match === null)
    throw new Refused(
      "bad-field",
      "cursor: this is not a cursor that a list gave out. Ask for the first page again.",
      { fields: [{ field: "cursor", message: "not a cursor of this list" }] },
    );
  if (match[1] !== digest)
    throw new Refused(
      "cursor-expired",
      "Something changed since the first page, and pages of two states are not mixed. Ask for the first page again.",
    );
  return Number(match[2]);
}
