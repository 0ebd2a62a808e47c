import { usageOver, type UsageOver } from "@headwater/domain/attribution";
import type { Identifier } from "@headwater/domain/identifier";
import {
  inLargestGapOrder,
  type RatioInput,
  ratiosOf,
  type RatioRow,
  type Ratios,
} from "@headwater/domain/ratio";
import type { Period } from "@headwater/domain/period";
import { scheduler } from "node:timers/promises";
import type { Circumstances, Context } from "../operation/index.ts";
import type { Confirmation } from "./confirmation.ts";
import { givingFacts, type GivingFacts } from "./giving-facts.ts";
import { periodOf } from "./period.ts";
import type { NamedProject } from "./project-names.ts";
import type { Trend } from "./trend-windows.ts";
import type { MonthUsage } from "./usage-months.ts";
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
  /** What the ratios were computed from, so that they can be computed as if more had been given. */
  readonly input: RatioInput<ProjectId>;
  readonly ratios: Ratios<ProjectId>;
  /** Rows in the order of the largest gap. */
  readonly ordered: readonly RatioRow<ProjectId>[];
  readonly smallestGiftMinor: bigint | null;
  readonly notes: readonly string[];
  readonly beside: Beside;
}

/** What pages of these figures have needed besides, filled as they are asked for and kept while the figures stand. */
export interface Beside {
  /** Null for a project that has no row. */
  readonly named: Map<ProjectId, NamedProject | null>;
  confirmation: Confirmation | null;
  trend: Trend | null;
  /** Of the list of projects, by ecosystem. */
  readonly digests: Map<string, string>;
  /** By the first day of the month. */
  readonly usageMonths: Map<string, MonthUsage>;
}

/** Computes once for a period and filter, and again only after something has changed. */
export async function computedRatios(context: Context, filter: RatioFilter): Promise<ComputedRatios> {
  const period = periodOf(context, filter.period);
  return await context.memory.ratios.remember(keyOf(context, period, filter), () =>
    compute(context, period, filter),
  );
}

/** As computedRatios, where they were computed already; else null. */
export function recalledRatios(circumstances: Circumstances, filter: RatioFilter): ComputedRatios | null {
  const period = periodOf(circumstances, filter.period);
  return circumstances.memory.ratios.recall(keyOf(circumstances, period, filter));
}

function keyOf({ today }: Circumstances, period: Period, filter: RatioFilter): string {
  return JSON.stringify([period, today, filter.product ?? null, filter.team ?? null, filter.basis ?? null]);
}

async function compute(context: Context, period: Period, filter: RatioFilter): Promise<ComputedRatios> {
  return await figuresOf(context, period, filter, await usageFacts(context, period, filter));
}

/** As computedRatios, from usage that was read already, and kept by nobody. */
export async function figuresOf(
  context: Context,
  period: Period,
  filter: RatioFilter,
  usage: UsageFacts,
): Promise<ComputedRatios> {
  // Tens of thousands of projects are some tenths of a second: others are answered between two steps.
  await scheduler.yield();
  const over = usageOver(period, usage.input);
  await scheduler.yield();
  // A product is no giver: with a product filter the give-back stays the organization's, and the notes say so.
  const giving = await givingFacts(context, period, {
    basis: filter.basis,
    team: filter.team,
    controlled: usage.input.controlled,
  });
  const target = await targetFacts(context, period);
  const headcount = await headcountFacts(context, period);
  const smallest = await smallestGiftMinor(context);
  const input: RatioInput<ProjectId> = {
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
  };
  await scheduler.yield();
  const ratios = ratiosOf(input);
  await scheduler.yield();
  return {
    period,
    usage,
    over,
    giving,
    target,
    headcount,
    input,
    ratios,
    ordered: inLargestGapOrder(ratios.rows),
    smallestGiftMinor: smallest,
    notes: notesOf(filter, smallest),
    beside: { named: new Map(), confirmation: null, trend: null, digests: new Map(), usageMonths: new Map() },
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
