import { usageOver } from "@headwater/domain/attribution";
import { known, unknown, type Known } from "@headwater/domain/known";
import type { MonthPart } from "@headwater/domain/period";
import { scheduler } from "node:timers/promises";
import type { Context } from "../operation/index.ts";
import type { ComputedRatios, ProjectId, RatioFilter } from "./compute.ts";
import { usageFacts } from "./usage-facts.ts";

/** Usage shares of one month by project; unknown where nothing was in use. */
export type MonthUsage = Known<ReadonlyMap<ProjectId, number>>;

/**
 * The usage shares of all projects in each of the months, which follow each other. They are computed from stored masses
 * once, and kept beside the figures of the period until something changes.
 */
export async function usageByMonth(
  context: Context,
  computed: ComputedRatios,
  parts: readonly MonthPart[],
  filter: Pick<RatioFilter, "product" | "team">,
): Promise<readonly MonthUsage[]> {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { usageMonths } = computed.beside;
  if (parts.every((part) => usageMonths.has(part.period.start)))
    return parts.map((part) => usageMonths.get(part.period.start) ?? unknown("no-usage"));
  const span = { start: first.period.start, end: last.period.end };
  const facts = await usageFacts(context, span, filter);
  const months: MonthUsage[] = [];
  for (const { period } of parts) {
    const { shares, days, unknownDays } = usageOver(period, facts.input);
    const month: MonthUsage =
      days === unknownDays
        ? unknown("no-usage")
        : known(new Map([...shares].map(([id, usage]) => [id, usage.usageShare])));
    usageMonths.set(period.start, month);
    months.push(month);
    // Two years of a large inventory are some tenths of a second: others are answered between two months.
    await scheduler.yield();
  }
  return months;
}
