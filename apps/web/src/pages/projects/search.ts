/** What of the projects page is in its address, besides the scope: filter, order, what is looked at. */
export type SortKey = "name" | "reach" | "usage" | "time" | "cash" | "given" | "gap" | "ratio" | "channels";

export interface ProjectsSearch {
  /** Part of a name or address. */
  readonly q?: string;
  readonly sort?: SortKey;
  /** Absent in the natural order of the column: figures largest first, names from A. */
  readonly order?: "reversed";
  /** The project that is looked at beside the table, by its address. */
  readonly project?: string;
  /** The figure of it that is asked why; absent it is the one that the table is sorted by. */
  readonly why?: (typeof whyNumbers)[number];
  /** The projects below the smallest sensible gift, each on its own row instead of one line. */
  readonly tail?: "shown";
}

const sortKeys: readonly SortKey[] = [
  "name",
  "reach",
  "usage",
  "time",
  "cash",
  "given",
  "gap",
  "ratio",
  "channels",
];

/** The figures of a project that the page can explain. */
export const whyNumbers = [
  "reach",
  "usageShare",
  "minutes",
  "cash",
  "giveBackShare",
  "ratio",
  "fairShareMet",
  "fairShare",
  "giveBack",
  "gap",
] as const;

/** Reads the query string; what it does not understand is left out, so that the page stands in its ordinary state. */
export function readProjectsSearch(search: Record<string, unknown>): ProjectsSearch {
  const sought = textOf(search["q"]);
  const project = textOf(search["project"]);
  const sort = sortKeys.find((key) => key === search["sort"]);
  const why = whyNumbers.find((number) => number === search["why"]);
  return {
    ...(sought === "" ? {} : { q: sought }),
    ...(sort !== undefined && sort !== "gap" ? { sort } : {}),
    ...(search["tail"] === "shown" ? { tail: "shown" as const } : {}),
    ...(project === "" ? {} : { project }),
    ...(project === "" || why === undefined ? {} : { why }),
    ...(search["order"] === "reversed" ? { order: "reversed" as const } : {}),
  };
}

/** The router reads `2026` as a number; it was written as text. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
