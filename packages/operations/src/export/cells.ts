/** A row of a table as it leaves the product: texts, numbers, lists and records, no bytes. */
export type ExportedValue = unknown;

/**
 * One cell of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers
 * are left as they are, since a number is no formula.
 */
export function csvCell(value: ExportedValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvLine(values: readonly ExportedValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

/** Values as JSON holds them: large integers as decimal texts, instants as ISO 8601. */
export function plainValue(value: unknown): ExportedValue {
  if (typeof value === "bigint") return value.toString();
  return value instanceof Date ? value.toISOString() : value;
}
