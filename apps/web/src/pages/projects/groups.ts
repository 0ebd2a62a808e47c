import type { RatioRow } from "@headwater/contract/ratios";
import type { Beside } from "./beside.ts";
import type { ProjectsSearch } from "./search.ts";
import { ecosystemName, t } from "./texts.ts";
import { type Totals, totalsOf, unitsOf } from "./totals.ts";

/** Rows with the same ecosystem, or whose products one team owns. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly RatioRow[];
  readonly totals: Totals;
}

const SEVERAL = "several";
const NONE = "none";

/** Groups in the order of the sorted column; rows keep their order. A project of several stands in a group of its own kind. */
export function groupsOf(
  rows: readonly RatioRow[],
  search: ProjectsSearch,
  beside: Beside,
): readonly Group[] {
  const by = search.group;
  const keyOf = (row: RatioRow) =>
    onlyOne(by === "owner" ? beside.standing(row.id).owners : beside.ecosystems(row.id));
  const groups = [...Map.groupBy(rows, keyOf)].map(([key, members]) => ({
    key,
    name: by === "owner" ? ownerName(key, beside) : ecosystemGroupName(key),
    rows: members,
    totals: totalsOf(members),
  }));
  const direction = search.order === "reversed" ? -1 : 1;
  return groups.sort(
    (one, other) =>
      direction * (sortedFigure(other.totals, search) - sortedFigure(one.totals, search)) ||
      (one.name < other.name ? -1 : 1),
  );
}

function onlyOne(names: readonly string[]): string {
  return names.length > 1 ? SEVERAL : (names[0] ?? NONE);
}

function ownerName(key: string, { presence }: Beside): string {
  if (key === SEVERAL) return t().severalOwners;
  if (key === NONE) return t().noOwner;
  return presence?.products.find(({ team }) => team === key)?.teamName ?? key;
}

function ecosystemGroupName(key: string): string {
  if (key === SEVERAL) return t().severalEcosystems;
  return key === NONE ? t().beyondGroup : ecosystemName(key);
}

/** Where a column has no sum, the groups go by the gap. */
function sortedFigure(totals: Totals, { sort = "gap" }: ProjectsSearch): number {
  switch (sort) {
    case "usage":
      return totals.usageShare;
    case "time":
      return totals.minutes;
    case "cash":
      return unitsOf(totals.cash);
    case "given":
      return unitsOf(totals.giveBack);
    default:
      return unitsOf(totals.gap);
  }
}
