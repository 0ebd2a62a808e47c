import type { ProjectRatio } from "../../answers.ts";
import type { ProjectsSearch, SortKey } from "./search.ts";
import { unitsOf } from "./totals.ts";

/** The rows that a search shows, in its order. Ties go to the more used, then to the name, so that the order never depends on the server's. */
export function shownRows(
  rows: readonly ProjectRatio[],
  search: ProjectsSearch,
  tailShown: boolean,
): readonly ProjectRatio[] {
  const sought = (search.q ?? "").trim().toLowerCase();
  const found = rows.filter((row) =>
    sought === ""
      ? tailShown || !row.tail
      : row.name.toLowerCase().includes(sought) || row.slug.toLowerCase().includes(sought),
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

function compare(a: ProjectRatio, b: ProjectRatio, key: SortKey): number {
  return key === "name" ? byName.compare(a.name, b.name) : figureOf(a, key) - figureOf(b, key);
}

/** Unknown stands below zero: it is neither much nor nothing. */
function figureOf(row: ProjectRatio, key: Exclude<SortKey, "name">): number {
  switch (key) {
    case "reach":
      return row.reach.value ?? -1;
    case "usage":
      return row.usageShare.value ?? -1;
    case "time":
      return row.minutes.value ?? -1;
    case "cash":
      return row.cash.value === null ? -1 : unitsOf(row.cash);
    case "given":
      return row.giveBack.value === null ? -1 : unitsOf(row.giveBack);
    case "gap":
      return row.gap.value === null ? -1 : unitsOf(row.gap);
    case "ratio":
      return row.ratio.value ?? -1;
    case "channels":
      return row.channels;
  }
}
