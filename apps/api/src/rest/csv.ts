import type { RestRoute } from "./route.ts";

/**
 * Rows as CSV (RFC 4180), columns in the order of the first row that has them, or as the route says for its file; lists
 * inside a cell are joined.
 */
export function csvOf(route: RestRoute, output: unknown): Response {
  const rows = itemsOf(output);
  const heads = route.file?.heads ?? {};
  const columns = [...new Set([...Object.keys(heads), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = [
    columns.map((column) => csvCell(heads[column] ?? column)).join(","),
    ...rows.map((row) => columns.map((column) => csvCell(cellText(row[column]))).join(",")),
  ];
  const name = route.file?.name(output) ?? route.path.replaceAll(/[^a-z]/g, "");
  return new Response(`${lines.join("\r\n")}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="headwater-${name}.csv"`,
    },
  });
}

/**
 * A cell of an export. A text that a spreadsheet would run as a formula is given an apostrophe
 * (OWASP, CSV injection); a plain negative number is none.
 */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What a list answered, row by row. */
export function itemsOf(output: unknown): Record<string, unknown>[] {
  if (typeof output !== "object" || output === null || !("items" in output) || !Array.isArray(output.items))
    return [];
  return output.items.filter(
    (item): item is Record<string, unknown> => typeof item === "object" && item !== null,
  );
}

/** What a cell says; lists inside it are joined. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellText).join(" ");
  if (typeof value === "object") return Object.values(value).map(cellText).join(" ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
