import { ReadSummary, Summary } from "@headwater/contract/ratios";
import { identities, people, projects } from "@headwater/db/tables";
import { printAmount } from "@headwater/domain/money";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Context, reading } from "../operation/index.ts";
import { confidenceActions, isPartial, type Confidence } from "./confidence.ts";
import { computedRatios, type ComputedRatios } from "./compute.ts";
import { hiddenProjects, requireVisibleTeam } from "./team-filter.ts";
import { amountOf, reason, valueOf } from "./unknown.ts";
import { visibleTotals } from "./visible-totals.ts";

export const readSummary = reading({
  name: "summary.read",
  access: "ratio.read",
  input: ReadSummary,
  output: Summary,
  async run(context, input, runtime): Promise<Summary> {
    const computed = await computedRatios(context, runtime, input);
    requireVisibleTeam(context, input.team, computed);
    const { currency, timeZone } = context.organization;
    const { summary, tail } = visibleTotals(computed, hiddenProjects(context, computed));
    const { period } = computed;
    const amount = (minor: bigint) => printAmount(minor, currency);
    const concentration = summary.concentration;
    const confidence = await confidenceOf(context, computed);
    return {
      period: { start: period.start, end: period.end, timeZone },
      asOf: context.now.toISOString(),
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
        : { hhi: null, gini: null, top5: null, ...reason("unknown", concentration) },
      tail: {
        projects: tail.projects,
        usageShare: tail.usageShare,
        fairShare: amountOf(tail.fairShareMinor, currency),
        giveBack: amount(tail.giveBackMinor),
        gap: amountOf(tail.gapMinor, currency),
        ...reason("unknown", tail.gapMinor),
      },
      pledge: {
        eligibleCash: amount(summary.pledge.eligibleCashMinor),
        developers: valueOf(summary.pledge.developers),
        perDeveloper: amountOf(summary.pledge.perDeveloperMinor, currency),
        currency,
        ...reason("unknown", summary.pledge.perDeveloperMinor),
      },
      projects: computed.ratios.rows.length,
      products: computed.usage.input.products.filter((product) => product.eras.length > 0).length,
      confidence: { ...confidence, partial: isPartial(confidence), actions: confidenceActions(confidence) },
      notes: [...computed.notes],
      definitionVersion: computed.ratios.definitionVersion,
    };
  },
});

async function confidenceOf(context: Context, computed: ComputedRatios): Promise<Confidence> {
  const inUse = computed.usage.input.products.filter((product) => product.eras.length > 0).length;
  const ids = new Set(
    computed.usage.input.products
      .filter((product) => product.eras.length > 0)
      .map((product) => product.productId),
  );
  const recently = context.now.getTime() - 30 * 86_400_000;
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
    confirmedUsage: inUse === 0 ? null : 1 - (await provisionalUsage(context, computed)),
    assumedUsage: valueOf(computed.over.assumedUsage),
    loggedHours: minutes <= 0 ? null : computed.ratios.summary.byBasis.logged.minutes / minutes,
    linkedPeople: await linkedPeople(context),
  };
}

async function provisionalUsage(context: Context, computed: ComputedRatios): Promise<number> {
  const rows = await context.db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.organizationId, context.organization.id), eq(projects.provisional, true)));
  const shares = rows.map((row) => computed.over.shares.get(row.id)?.usageShare ?? 0).sort((a, b) => a - b);
  return Math.min(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
}

async function linkedPeople(context: Context): Promise<number | null> {
  const [row] = await context.db
    .select({
      all: sql<string>`count(*)`,
      linked: sql<string>`count(*) filter (where exists (select 1 from ${identities} where ${identities.organizationId} = ${people.organizationId} and ${identities.personId} = ${people.id}))`,
    })
    .from(people)
    .where(and(eq(people.organizationId, context.organization.id), isNull(people.erasedAt)));
  const all = Number(row?.all ?? 0);
  return all === 0 ? null : Number(row?.linked ?? 0) / all;
}
