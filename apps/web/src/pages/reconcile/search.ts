/** What of the page stands in its address. */
export const reconcileTabs = ["proposals", "packages", "rules", "evidence"] as const;
export type ReconcileTab = (typeof reconcileTabs)[number];

export interface ReconcileSearch {
  readonly tab?: ReconcileTab;
  /** Letters that a name must hold. */
  readonly q?: string;
}

export function readReconcileSearch(search: Record<string, unknown>): ReconcileSearch {
  const tab = reconcileTabs.find((known) => known === search["tab"]);
  const { q } = search;
  return {
    ...(tab === undefined || tab === "proposals" ? {} : { tab }),
    ...(typeof q === "string" && q !== "" ? { q } : {}),
  };
}
