import type { RatioRow } from "@headwater/contract/ratios";
import type { ProjectsSearch, SortKey } from "./search.ts";
import { givenOf, unitsOf } from "./totals.ts";

/** The rows that a search shows, in its order. Ties go to the more used, then to the name, so that the order never depends on the server's. */
export function shownRows(
  rows: readonly RatioRow[],
  search: ProjectsSearch,
  tailShown: boolean,
): readonly RatioRow[] {
  const sought = (search.q ?? "").trim().toLowerCase();
  const found = rows.filter((row) =>
    sought === ""
      ? tailShown || !row.tail
      : row.name.toLowerCase().includes(sought) || (row.project ?? "").toLowerCase().includes(sought),
  );
  const key = search.sort ?? "gap";
  const direction = (key === "name" ? 1 : -1) * (search.order === "reversed" ? -1 : 1);
  return found.sort(
    (a, b) =>
      direction * compare(a, b, key) ||
      figureOf(b, "usage") - figureOf(a, "usage") ||
      byName.compare(a.name, b.name),
  );
}

const byName = new Intl.Collator("en", { numeric: true });

function compare(a: RatioRow, b: RatioRow, key: SortKey): number {
  return key === "name" ? byName.compare(a.name, b.name) : figureOf(a, key) - figureOf(b, key);
}

/** Unknown stands below zero: it is neither much nor nothing. */
function figureOf(row: RatioRow, key: Exclude<SortKey, "name">): number {
  switch (key) {
    case "reach":
      return row.reach ?? -1;
    case "usage":
      return row.usageShare ?? -1;
    case "time":
      return row.minutes ?? -1;
    case "cash":
      return row.cash === null ? -1 : unitsOf(row.cash);
    case "given":
      return givenOf(row) === null ? -1 : unitsOf(givenOf(row));
    case "gap":
      return row.gap === null ? -1 : unitsOf(row.gap);
    case "ratio":
      return row.ratio ?? -1;
    case "channels":
      return row.channels.length;
  }
}
