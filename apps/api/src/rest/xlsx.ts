import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { cellText, itemsOf } from "./csv.ts";
import type { RestRoute } from "./route.ts";

/**
 * Rows as a sheet, columns in the order of the first row that has them. Numbers are numbers; what is text is written as
 * text, so that no cell is ever a formula.
 */
export async function xlsxOf(route: RestRoute, output: unknown): Promise<Response> {
  const rows = itemsOf(output);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const sheet: SheetData = [
    columns.map((column) => ({ type: String, value: column, fontWeight: "bold" as const })),
    ...rows.map((row) => columns.map((column) => cellOf(row[column]))),
  ];
  const bytes = await writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer();
  const name = route.path.replaceAll(/[^a-z]/g, "");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="headwater-${name}.xlsx"`,
    },
  });
}

/** A decimal amount is a number on a sheet; more than fifteen digits would not survive it and stay text. */
function cellOf(value: unknown) {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return { type: Number, value };
  if (typeof value === "string" && /^-?\d{1,13}\.\d{1,3}$/.test(value))
    return { type: Number, value: Number(value), format: "#,##0.00" };
  return { type: String, value: cellText(value) };
}
