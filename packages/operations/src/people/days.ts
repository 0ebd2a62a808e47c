import { addDays, type Day } from "@headwater/domain/period";
import { badField } from "../operation/index.ts";

interface InclusiveDays {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Inclusive days as they are said, half-open days as they are kept; open where left out. */
export function keptDays({ from, to }: InclusiveDays): { from: Day | null; to: Day | null } {
  if (from !== undefined && to !== undefined && to < from)
    throw badField("to", `${to} is before ${from}; the last day cannot come before the first`);
  return { from: from ?? null, to: to === undefined ? null : addDays(to, 1) };
}

export function shownDays(row: { readonly from: Day | null; readonly to: Day | null }): {
  from: Day | null;
  to: Day | null;
} {
  return { from: row.from, to: row.to === null ? null : addDays(row.to, -1) };
}
