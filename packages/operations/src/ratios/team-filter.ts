import type { Period } from "@headwater/domain/period";
import { badField, type Circumstances } from "../operation/index.ts";
import type { ComputedRatios } from "./compute.ts";

/** Why a figure is not shown that would say what a person did (product.md, principle 8). */
export const FEWER_THAN_THREE = "fewer-than-three-people";

/**
 * A team's figures are shown where at least three people gave in each month, or nobody; else they would say what a person did.
 * Whole months only: the figures of two periods that differ by a day say what was done on it.
 */
export function requireVisibleTeam(
  context: Circumstances,
  team: string | undefined,
  computed: ComputedRatios,
): void {
  if (team === undefined || context.may("contribution.read-people")) return;
  if (!isWholeMonths(computed.period))
    throw badField(
      "period",
      "a team's figures are shown for whole months, so that no two periods differ by a day of one person; choose months, such as 2026-03..2026-08, or a quarter or year",
      "not-allowed",
    );
  if (computed.giving.hidden.whole)
    throw badField(
      "team",
      "in some month of this period fewer than three people of this team gave time, or those of another team could be told from its figures; they are shown only among other teams (by=team), so choose other months",
      "not-allowed",
    );
}

/** Projects whose figures of time are not shown to whoever asks. */
export function hiddenProjects(context: Circumstances, computed: ComputedRatios): ReadonlySet<string> {
  return context.may("contribution.read-people") ? new Set() : computed.giving.hidden.projects;
}

export function isWholeMonths({ start, end }: Period): boolean {
  return start.endsWith("-01") && end.endsWith("-01");
}
