import { givingStates, type ProjectsView, type SortKey, sortKeys } from "@headwater/contract/projects-table";

/** What of the projects page is in its address, besides the scope: filters, order, groups, what is looked at. */
export interface ProjectsSearch extends ProjectsView {
  readonly group?: "ecosystem" | "owner" | undefined;
  /** The project that is looked at beside the table, by its address. */
  readonly peek?: string | undefined;
}

export type { SortKey };

const groups = ["ecosystem", "owner"] as const;

/** Reads the query string; what it does not understand is left out, so that the page stands in its ordinary state. */
export function readProjectsSearch(search: Record<string, unknown>): ProjectsSearch {
  const q = textOf(search["q"]);
  const peek = textOf(search["peek"]);
  const owner = textOf(search["owner"]);
  const sort = sortKeys.find((key) => key === search["sort"]);
  const over = Number(textOf(search["over"]));
  const tier = [1, 2, 3].find((tier) => String(tier) === textOf(search["tier"]));
  const giving = givingStates.find((state) => state === search["giving"]);
  const provisional = (["only", "without"] as const).find((part) => part === search["provisional"]);
  const group = groups.find((part) => part === search["group"]);
  return {
    ...(q === "" ? {} : { q }),
    ...(sort !== undefined && sort !== "gap" ? { sort } : {}),
    ...(search["order"] === "reversed" ? { order: "reversed" as const } : {}),
    ...(over > 0 && over < 100 ? { over } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...(/^[a-z0-9][a-z0-9._-]{0,119}$/.test(owner) ? { owner } : {}),
    ...(giving === undefined ? {} : { giving }),
    ...(provisional === undefined ? {} : { provisional }),
    ...(search["tail"] === "shown" ? { tail: "shown" as const } : {}),
    ...(group === undefined ? {} : { group }),
    ...(peek === "" ? {} : { peek }),
  };
}

/** The router reads `2026` as a number; it was written as text. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
