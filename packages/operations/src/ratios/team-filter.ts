import { badField, type Context } from "../operation/index.ts";
import type { ComputedRatios } from "./compute.ts";
import { SMALLEST_CELL } from "./small-cells.ts";

/** A team's figures are shown where at least three people's rows are in them, or none; else they would say what a person did. */
export function requireVisibleTeam(context: Context, team: string | undefined, computed: ComputedRatios): void {
  if (team === undefined || context.may("contribution.read-people")) return;
  const { people } = computed.giving;
  if (people > 0 && people < SMALLEST_CELL) throw badField("team", "fewer than three people of this team gave time in this period, so its figures are shown only among other teams; choose a longer period", "not-allowed");
}
