import { type Day, monthOf, periodOfMonth } from "@headwater/domain/period";
import type { DemoStage } from "../stage.ts";

/** Of how many days the demo tells. */
export const TOLD_DAYS = 731;

/** The first days of the months of which the demo tells; the first of them may lie before it begins. */
export function monthStarts(stage: DemoStage): readonly Day[] {
  const starts: Day[] = [];
  for (
    let { start, end } = periodOfMonth(monthOf(stage.daysAgo(TOLD_DAYS)));
    start <= stage.today;
    { start, end } = periodOfMonth(monthOf(end))
  )
    starts.push(start);
  return starts;
}
