import { isStorable, Refused } from "../operation/index.ts";

/** Where a list goes on: pinned to the rows that existed when the first page was asked for, so that pages agree. */
export interface ListCursor {
  /** Rows with a greater id were written after the first page. */
  readonly pin: string;
  readonly after: string;
}

export function printCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify([cursor.pin, cursor.after])).toString("base64url");
}

export function parseCursor(text: string | undefined): ListCursor | null {
  if (text === undefined) return null;
  const refused = new Refused(
    "bad-field",
    "cursor: this is not a cursor that a list gave out. Ask for the first page again.",
    { fields: [{ field: "cursor", message: "not a cursor of this list" }] },
  );
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw refused;
  }
  const [pin, after] = listOf(parts);
  if (typeof pin !== "string" || typeof after !== "string" || !isStorable(pin) || !isStorable(after))
    throw refused;
  return { pin, after };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
