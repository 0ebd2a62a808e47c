import { ReadSummary, Trend as ShownTrend, type TrendPoint } from "@headwater/contract/ratios";
import { known, unknown } from "@headwater/domain/known";
import { epochDay, type Period, periodBefore, periodYearBefore } from "@headwater/domain/period";
import { type Circumstances, type Context, reading } from "../operation/index.ts";
import {
  computedRatios,
  type ComputedRatios,
  figuresOf,
  type RatioFilter,
  recalledRatios,
} from "./compute.ts";
import { FEWER_THAN_THREE, isWholeMonths, requireVisibleTeam } from "./team-filter.ts";
import { type Trend, type TrendFigures, trendWindows } from "./trend-windows.ts";
import { amountOf, reason, valueOf } from "./unknown.ts";
import { usageFacts, type UsageFacts } from "./usage-facts.ts";

/**
 * The four figures of the company at the ends of the last twelve months, each over a period as long as the one that is
 * asked for, and over the period before it and the same days a year before: from stored masses and sums of the ledgers, no graph.
 */
export const readTrend = reading({
  name: "trend.read",
  access: "ratio.read",
  input: ReadSummary,
  output: ShownTrend,
  async run(context, input): Promise<ShownTrend> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    return trendOf(context, computed, input);
  },
  recall(circumstances, input) {
    const computed = recalledRatios(circumstances, input);
    if (computed === null || computed.beside.trend === null) return null;
    requireVisibleTeam(circumstances, input.team, computed);
    return shownTrend(circumstances, computed, computed.beside.trend, input);
  },
});

/** The trend of figures that are computed already; whether whoever asks may see them is decided before. */
export async function trendOf(
  context: Context,
  computed: ComputedRatios,
  filter: RatioFilter,
): Promise<ShownTrend> {
  computed.beside.trend ??= await computeTrend(context, computed.period, filter);
  return shownTrend(context, computed, computed.beside.trend, filter);
}

/** Reads the masses of all the periods at once, and sums the ledgers of each. */
async function computeTrend(context: Context, period: Period, filter: RatioFilter): Promise<Trend> {
  const before = periodBefore(period);
  const yearBefore = periodYearBefore(period);
  const windows = trendWindows(period);
  const starts = [period, ...windows, before ?? period, yearBefore ?? period].map(({ start }) => start);
  const start = starts.reduce((one, other) => (other < one ? other : one));
  const usage = await usageFacts(context, { start, end: period.end }, filter);
  const figures = async (window: Period): Promise<TrendFigures> => {
    const { ratios, giving } = await figuresOf(context, window, filter, within(usage, window));
    return {
      period: window,
      summary: ratios.summary,
      whole: giving.hidden.whole,
      each: giving.hidden.projects.size > 0,
    };
  };
  const ends: TrendFigures[] = [];
  // One after the other: they share a connection, and what each leaves behind goes before the next.
  for (const window of windows) ends.push(await figures(window));
  const isSame = yearBefore?.start === before?.start && yearBefore?.end === before?.end;
  const beforeFigures = before === null ? null : await figures(before);
  return {
    before: beforeFigures,
    yearBefore: isSame ? beforeFigures : yearBefore === null ? null : await figures(yearBefore),
    ends,
  };
}

/** Without what lies outside: a project that was used only then is none of the period's. */
function within(usage: UsageFacts, { start, end }: Period): UsageFacts {
  const [first, last] = [epochDay(start), epochDay(end)];
  const touches = (range: { readonly start: number | null; readonly end: number | null }) =>
    (range.start ?? -Infinity) < last && (range.end ?? Infinity) > first;
  return {
    ...usage,
    input: {
      ...usage.input,
      products: usage.input.products.map((product) => ({ ...product, eras: product.eras.filter(touches) })),
      rows: usage.input.rows.filter(touches),
    },
  };
}

function shownTrend(
  circumstances: Circumstances,
  computed: ComputedRatios,
  { before, yearBefore, ends }: Trend,
  { team }: RatioFilter,
): ShownTrend {
  const { organization } = circumstances;
  const seesPeople = team === undefined || circumstances.may("contribution.read-people");
  const shown = (figures: TrendFigures): TrendPoint => {
    const hidden = !seesPeople && (figures.whole || !isWholeMonths(figures.period));
    return pointOf(figures, { all: hidden, each: hidden || (!seesPeople && figures.each) }, organization);
  };
  const now: TrendFigures = {
    period: computed.period,
    summary: computed.ratios.summary,
    whole: computed.giving.hidden.whole,
    each: computed.giving.hidden.projects.size > 0,
  };
  const points = ends.filter(({ period }) => period.end !== computed.period.end).map(shown);
  return {
    currency: organization.currency,
    before: before === null ? null : shown(before),
    yearBefore: yearBefore === null ? null : shown(yearBefore),
    points: [...points, shown(now)],
    definitionVersion: computed.ratios.definitionVersion,
  };
}

/** The figures of a period, without those from which could be told what a person did. */
function pointOf(
  { period, summary }: TrendFigures,
  hidden: { readonly all: boolean; readonly each: boolean },
  { currency }: Circumstances["organization"],
): TrendPoint {
  const untold = unknown(FEWER_THAN_THREE);
  const given = hidden.all ? untold : summary.giveBackOfTarget;
  const total = hidden.all ? untold : known(summary.giveBackMinor + summary.pooledMinor);
  const coverage = hidden.each ? untold : summary.coverage;
  const alignment = hidden.each ? untold : summary.alignment;
  const monthsBehind = hidden.each ? untold : summary.monthsBehind;
  return {
    start: period.start,
    end: period.end,
    giveBack: amountOf(total, currency),
    ...reason("giveBackUnknown", total),
    giveBackOfTarget: valueOf(given),
    ...reason("giveBackOfTargetUnknown", given),
    coverage: valueOf(coverage),
    ...reason("coverageUnknown", coverage),
    alignment: valueOf(alignment),
    ...reason("alignmentUnknown", alignment),
    monthsBehind: valueOf(monthsBehind),
    ...reason("monthsBehindUnknown", monthsBehind),
  };
}
