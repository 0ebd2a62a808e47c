/** What of the page stands in its address. */
export const fundTabs = ["lines", "payees"] as const;
type FundTab = (typeof fundTabs)[number];

export interface FundSearch {
  /** The newest one where it is left out. */
  readonly round?: string;
  /** A round is being thought of. */
  readonly new?: true;
  /** The budget that is thought of, as a report asks for it: `7476.00`. */
  readonly budget?: string;
  readonly tab?: FundTab;
  /** Letters that a project's name must hold. */
  readonly q?: string;
}

/** Reads the query string; what it does not understand is left out, so that the page stands in its ordinary state. */
export function readFundSearch(search: Record<string, unknown>): FundSearch {
  const { round, q, budget } = search;
  return {
    ...(typeof round === "string" && /^rnd_[0-9a-z]{26}$/.test(round) ? { round } : {}),
    ...(search["new"] === true ? { new: true as const } : {}),
    ...(typeof budget === "string" && /^\d{1,15}(?:\.\d{1,4})?$/.test(budget) ? { budget } : {}),
    ...(search["tab"] === "payees" ? { tab: "payees" as const } : {}),
    ...(typeof q === "string" && q !== "" ? { q } : {}),
  };
}
