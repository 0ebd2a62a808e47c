import { ReadSummary, Summary } from "@headwater/contract/ratios";
import { type Currency, printAmount } from "@headwater/domain/money";
import { type Circumstances, type Context, reading } from "../operation/index.ts";
import { confidenceActions, confidenceReasons, isPartial, type Confidence } from "./confidence.ts";
import { computedRatios, type ComputedRatios, recalledRatios } from "./compute.ts";
import { type Confirmation, readConfirmation } from "./confirmation.ts";
import { FEWER_THAN_THREE, hiddenProjects, requireVisibleTeam } from "./team-filter.ts";
import { amountOf, reason, valueOf } from "./unknown.ts";
import { type VisibleTotals, visibleTotals } from "./visible-totals.ts";

export const readSummary = reading({
  name: "summary.read",
  access: "ratio.read",
  input: ReadSummary,
  output: Summary,
  async run(context, input): Promise<Summary> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    return summaryOf(context, computed);
  },
  recall(circumstances, input) {
    const computed = recalledRatios(circumstances, input);
    if (computed === null || computed.beside.confirmation === null) return null;
    requireVisibleTeam(circumstances, input.team, computed);
    return shownSummary(circumstances, computed, computed.beside.confirmation);
  },
});

/** The headline of figures that are computed already; whether whoever asks may see them is decided before. */
export async function summaryOf(context: Context, computed: ComputedRatios): Promise<Summary> {
  computed.beside.confirmation ??= await readConfirmation(context, computed);
  return shownSummary(context, computed, computed.beside.confirmation);
}

function shownSummary(
  circumstances: Circumstances,
  computed: ComputedRatios,
  confirmation: Confirmation,
): Summary {
  const { currency, timeZone } = circumstances.organization;
  const { summary, tail } = visibleTotals(computed, hiddenProjects(circumstances, computed));
  const { period } = computed;
  const amount = (minor: bigint) => printAmount(minor, currency);
  const concentration = summary.concentration;
  const confidence = confidenceOf(circumstances, computed, confirmation);
  return {
    period: { start: period.start, end: period.end, timeZone },
    asOf: circumstances.now.toISOString(),
    currency,
    target: amountOf(summary.targetMinor, currency),
    ...reason("targetUnknown", summary.targetMinor),
    giveBack: amount(summary.giveBackMinor + summary.pooledMinor),
    time: amount(summary.timeMinor),
    minutes: summary.minutes,
    cash: amount(summary.cashMinor),
    inKind: amount(summary.inKindMinor),
    pooled: amount(summary.pooledMinor),
    byBasis: {
      logged: amount(summary.byBasis.logged.giveBackMinor),
      imported: amount(summary.byBasis.imported.giveBackMinor),
      estimated: amount(summary.byBasis.estimated.giveBackMinor),
    },
    unknownRows: summary.unknownRows,
    giveBackOfTarget: valueOf(summary.giveBackOfTarget),
    ...reason("giveBackOfTargetUnknown", summary.giveBackOfTarget),
    coverage: valueOf(summary.coverage),
    ...reason("coverageUnknown", summary.coverage),
    alignment: valueOf(summary.alignment),
    ...reason("alignmentUnknown", summary.alignment),
    monthsBehind: valueOf(summary.monthsBehind),
    ...reason("monthsBehindUnknown", summary.monthsBehind),
    gap: amountOf(summary.gapMinor, currency),
    ...reason("gapUnknown", summary.gapMinor),
    concentration: concentration.known
      ? { ...concentration.value }
      : {
          hhi: null,
          ...reason("hhiUnknown", concentration),
          gini: null,
          ...reason("giniUnknown", concentration),
          top5: null,
          ...reason("top5Unknown", concentration),
          ...reason("unknown", concentration),
        },
    tail: shownTail(tail, currency),
    pledge: {
      eligibleCash: amount(summary.pledge.eligibleCashMinor),
      developers: valueOf(summary.pledge.developers),
      ...reason("developersUnknown", summary.pledge.developers),
      perDeveloper: amountOf(summary.pledge.perDeveloperMinor, currency),
      ...reason("perDeveloperUnknown", summary.pledge.perDeveloperMinor),
      currency,
      ...reason("unknown", summary.pledge.perDeveloperMinor),
    },
    projects: computed.ratios.rows.length,
    products: computed.usage.input.products.filter((product) => product.eras.length > 0).length,
    ...receivers(computed, hiddenProjects(circumstances, computed)),
    confidence: {
      ...confidence,
      ...confidenceReasons(confidence),
      partial: isPartial(confidence),
      actions: confidenceActions(confidence),
    },
    notes: [...computed.notes],
    definitionVersion: computed.ratios.definitionVersion,
  };
}

/** How many of the projects that we stand on most the headline looks at. */
const MOST_USED = 5;

/** Who received something at all. A project with nothing but rows without a rate did. */
function receivers(
  { ratios: { rows } }: ComputedRatios,
  hidden: ReadonlySet<string>,
): Pick<Summary, "mostUsed" | "received"> {
  const most = rows
    .filter(({ usageShare }) => usageShare > 0)
    .toSorted((one, other) => other.usageShare - one.usageShare || (one.projectId < other.projectId ? -1 : 1))
    .slice(0, MOST_USED);
  const nothing = (row: (typeof rows)[number]) => row.giveBackMinor <= 0n && row.unknownRows === 0;
  if (hidden.size > 0)
    return {
      mostUsed: { projects: most.length, withoutGiving: null, withoutGivingUnknown: FEWER_THAN_THREE },
      received: null,
    };
  return {
    mostUsed: { projects: most.length, withoutGiving: most.filter(nothing).length },
    received: rows.filter((row) => !nothing(row)).length,
  };
}

function shownTail(tail: VisibleTotals["tail"], currency: Currency): Summary["tail"] {
  return {
    projects: tail.projects,
    usageShare: tail.usageShare,
    fairShare: amountOf(tail.fairShareMinor, currency),
    ...reason("fairShareUnknown", tail.fairShareMinor),
    giveBack: amountOf(tail.giveBackMinor, currency),
    ...reason("giveBackUnknown", tail.giveBackMinor),
    gap: amountOf(tail.gapMinor, currency),
    ...reason("gapUnknown", tail.gapMinor),
    ...reason("unknown", tail.gapMinor),
  };
}

function confidenceOf(
  { now }: Circumstances,
  computed: ComputedRatios,
  confirmation: Confirmation,
): Confidence {
  const inUse = computed.usage.input.products.filter((product) => product.eras.length > 0).length;
  const ids = new Set(
    computed.usage.input.products
      .filter((product) => product.eras.length > 0)
      .map((product) => product.productId),
  );
  const recently = now.getTime() - 30 * 86_400_000;
  const seen = computed.usage.products.filter(
    (product) =>
      ids.has(product.id) && product.lastSeenAt !== null && product.lastSeenAt.getTime() >= recently,
  ).length;
  const minutes = Object.values(computed.ratios.summary.byBasis).reduce(
    (sum, basis) => sum + basis.minutes,
    0,
  );
  return {
    seenProducts: inUse === 0 ? null : seen / inUse,
    confirmedUsage: inUse === 0 ? null : 1 - confirmation.provisionalUsage,
    assumedUsage: valueOf(computed.over.assumedUsage),
    loggedHours: minutes <= 0 ? null : computed.ratios.summary.byBasis.logged.minutes / minutes,
    linkedPeople: confirmation.linkedPeople,
  };
}
