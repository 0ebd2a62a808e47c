import { usageOver, type UsageOver } from "@headwater/domain/attribution";
import type { Identifier } from "@headwater/domain/identifier";
import { inLargestGapOrder, ratiosOf, type RatioRow, type Ratios } from "@headwater/domain/ratio";
import type { Period } from "@headwater/domain/period";
import type { Context, Runtime } from "../operation/index.ts";
import { givingFacts, type GivingFacts } from "./giving-facts.ts";
import { periodOf } from "./period.ts";
import {
  headcountFacts,
  smallestGiftMinor,
  targetFacts,
  type HeadcountFacts,
  type TargetFacts,
} from "./target-facts.ts";
import { usageFacts, type UsageFacts } from "./usage-facts.ts";

export type ProjectId = Identifier<"prj">;

export interface RatioFilter {
  readonly period: string;
  readonly product?: string | undefined;
  readonly team?: string | undefined;
  readonly basis?: string | undefined;
}

/** Everything that a page, a summary or a "why" of one period and filter is made of. */
export interface ComputedRatios {
  readonly period: Period;
  readonly usage: UsageFacts;
  readonly over: UsageOver<ProjectId, Identifier<"prd">>;
  readonly giving: GivingFacts;
  readonly target: TargetFacts;
  readonly headcount: HeadcountFacts;
  readonly ratios: Ratios<ProjectId>;
  /** Rows in the order of the largest gap. */
  readonly ordered: readonly RatioRow<ProjectId>[];
  readonly smallestGiftMinor: bigint | null;
  readonly notes: readonly string[];
}

/** Computes once for a period and filter, and again only after something has changed. */
export async function computedRatios(
  context: Context,
  runtime: Runtime,
  filter: RatioFilter,
): Promise<ComputedRatios> {
  const period = periodOf(context, filter.period);
  const key = JSON.stringify([
    period,
    context.today,
    filter.product ?? null,
    filter.team ?? null,
    filter.basis ?? null,
  ]);
  return await runtime.ratios.remember(context.organization.id, key, () => compute(context, period, filter));
}

async function compute(context: Context, period: Period, filter: RatioFilter): Promise<ComputedRatios> {
  const usage = await usageFacts(context, period, filter);
  const over = usageOver(period, usage.input);
  // A product is no giver: with a product filter the give-back stays the organization's, and the notes say so.
  const giving = await givingFacts(context, period, {
    basis: filter.basis,
    team: filter.team,
    controlled: usage.input.controlled,
  });
  const target = await targetFacts(context, period);
  const headcount = await headcountFacts(context, period);
  const smallest = await smallestGiftMinor(context);
  const ratios = ratiosOf<ProjectId>({
    period,
    usage: over.shares,
    giving: giving.projects,
    toTail: giving.toTail,
    pooled: giving.pooled,
    target: target.target,
    smallestGiftMinor: smallest ?? 0n,
    controlled: usage.input.controlled,
    byBasis: giving.byBasis,
    pledge: { eligibleCashMinor: giving.eligibleCashMinor, developers: headcount.developers },
  });
  return {
    period,
    usage,
    over,
    giving,
    target,
    headcount,
    ratios,
    ordered: inLargestGapOrder(ratios.rows),
    smallestGiftMinor: smallest,
    notes: notesOf(filter, smallest),
  };
}

function notesOf(filter: RatioFilter, smallest: bigint | null): string[] {
  return [
    ...(filter.product === undefined
      ? []
      : ["Give-back is the whole organization's: time and money are given to projects, not by products."]),
    ...(filter.team === undefined
      ? []
      : [
          "Usage is that of the team's products; give-back is the time of its people on the day. Money is the company's and left out.",
        ]),
    ...(smallest === null
      ? [
          "The smallest sensible gift is in a currency without a rate for today, so no project is put into the tail.",
        ]
      : []),
  ];
}
