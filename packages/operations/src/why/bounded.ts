import type { WhyUnknown } from "./answer.ts";

/** More of a kind are not listed; the answer then says how many are missing. */
export const MOST_IDS = 10_000;

/** At most MOST_IDS of `items`, of which there are `whole`; a list that is cut says so. */
export function bounded<Item>(
  items: readonly Item[],
  whole: number,
  what: string,
): { readonly items: Item[]; readonly unknowns: WhyUnknown[] } {
  const kept = items.slice(0, MOST_IDS);
  return {
    items: kept,
    unknowns: whole > kept.length ? [{ what, reason: "list-cut", rows: whole - kept.length }] : [],
  };
}
