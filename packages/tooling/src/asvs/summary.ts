import type { Requirement } from "./table.ts";

const statuses = ["met", "not applicable", "not yet"] as const;

/** How many requirements of each level are answered how, as the Markdown table that SECURITY.md shows. */
export function summaryTable(rows: readonly Requirement[]): string {
  const line = (name: string, of: readonly Requirement[]): string =>
    `| ${[name, ...statuses.map((status) => of.filter((row) => row.status === status).length), of.length].join(" | ")} |`;
  return [
    `| level | ${statuses.join(" | ")} | all |`,
    "|---|---|---|---|---|",
    ...[1, 2, 3].map((level) =>
      line(
        String(level),
        rows.filter((row) => row.level === level),
      ),
    ),
    line("all", rows),
  ].join("\n");
}
