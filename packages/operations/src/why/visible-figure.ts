import type { AskWhy } from "@headwater/contract/ratios";
import { badField } from "../operation/index.ts";
import type { ProjectRow } from "../projects/resolve.ts";
import { MADE_OF_EACH } from "../ratios/visible-totals.ts";

const madeOfTime: readonly AskWhy["number"][] = [
  "minutes",
  "timeValue",
  "giveBack",
  "giveBackShare",
  "ratio",
  "fairShareMet",
  "gap",
];
const madeOfEach: readonly AskWhy["number"][] = MADE_OF_EACH;

/** Refuses what GET /ratios and GET /summary do not show either (product.md, principle 8). */
export function requireVisibleFigure(
  { number }: AskWhy,
  project: ProjectRow | null,
  hidden: ReadonlySet<string>,
): void {
  if (hidden.size === 0) return;
  if (project !== null && hidden.has(project.id) && madeOfTime.includes(number))
    throw badField(
      "project",
      `fewer than three people of this team gave time to ${project.slug} in some month of this period, so ${number} would say what one of them did; ask for the whole company`,
      "not-allowed",
    );
  if (project === null && madeOfEach.includes(number))
    throw badField(
      "number",
      `${number} is made of every project's giving, and some were given time by fewer than three people of this team; ask for the whole company`,
      "not-allowed",
    );
}
