import { GivingMonths, ReadGivingMonths, ReadUsageMonths, UsageMonths } from "@headwater/contract/projects";
import { printAmount } from "@headwater/domain/money";
import { monthParts } from "@headwater/domain/period";
import { reading } from "../operation/index.ts";
import { computedRatios } from "./compute.ts";
import { givingByMonth, type MonthGiving } from "./giving-months.ts";
import { FEWER_THAN_THREE, hiddenProjects, requireVisibleTeam } from "./team-filter.ts";
import { usageByMonth } from "./usage-months.ts";

/** What each project was given, month by month of the period. */
export const readGivingMonths = reading({
  name: "ratio.read-giving-months",
  access: "ratio.read",
  input: ReadGivingMonths,
  output: GivingMonths,
  async run(context, input): Promise<GivingMonths> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    const hidden = hiddenProjects(context, computed);
    const parts = monthParts(computed.period);
    const { controlled } = computed.usage.input;
    const given = await givingByMonth(context, parts, { ...input, controlled });
    const { currency } = context.organization;
    return {
      currency,
      months: parts.map((part) => part.month),
      items: [...given].map(([id, months]) =>
        hidden.has(id)
          ? { id, giveBack: null, giveBackUnknown: FEWER_THAN_THREE, estimated: false, estimatedTime: false }
          : {
              id,
              giveBack: months.map((month) => printAmount(month.giveBackMinor, currency)),
              estimated: isMostlyEstimated(months),
              estimatedTime: isTimeMostlyEstimated(months),
            },
      ),
    };
  },
});

function isMostlyEstimated(months: readonly MonthGiving[]): boolean {
  const sum = (of: (month: MonthGiving) => bigint) => months.reduce((total, month) => total + of(month), 0n);
  return 2n * sum((month) => month.estimatedMinor) > sum((month) => month.giveBackMinor);
}

function isTimeMostlyEstimated(months: readonly MonthGiving[]): boolean {
  const sum = (of: (month: MonthGiving) => number) => months.reduce((total, month) => total + of(month), 0);
  return 2 * sum((month) => month.estimatedMinutes) > sum((month) => month.minutes);
}

/** A sparkline needs no more digits, and ten thousand of them shall not weigh more. */
const DIGITS = 1e6;

/** The usage share of each project, month by month of the period. */
export const readUsageMonths = reading({
  name: "ratio.read-usage-months",
  access: "ratio.read",
  input: ReadUsageMonths,
  output: UsageMonths,
  async run(context, input): Promise<UsageMonths> {
    const computed = await computedRatios(context, input);
    const parts = monthParts(computed.period);
    const months = await usageByMonth(context, computed, parts, input);
    return {
      months: parts.map((part) => part.month),
      items: computed.ratios.rows
        .filter((row) => row.usageShare > 0)
        .map(({ projectId: id }) => ({
          id,
          usageShare: months.map((month) =>
            month.known ? Math.round((month.value.get(id) ?? 0) * DIGITS) / DIGITS : null,
          ),
        })),
    };
  },
});
