export const projectTabs = ["overview", "where", "history", "channels"] as const;
type ProjectTab = (typeof projectTabs)[number];

/** What of a project's page is in its address, besides the scope; the overview is left out. */
export interface ProjectSearch {
  readonly tab?: Exclude<ProjectTab, "overview"> | undefined;
}

export function readProjectSearch(search: Record<string, unknown>): ProjectSearch {
  const tab = projectTabs.find((name) => name === search["tab"]);
  return tab === undefined || tab === "overview" ? {} : { tab };
}
