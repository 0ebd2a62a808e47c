import type { Payee } from "@headwater/contract/rounds";
import { type GiftPlan, planGifts, type PlannedGift } from "@headwater/domain/allocation";
import { unknown } from "@headwater/domain/known";
import { todayIn } from "@headwater/domain/period";
import { ratiosOf, type RatioRow, type RatioSummary, withGifts } from "@headwater/domain/ratio";
import { type Context, Refused } from "../operation/index.ts";
import { computedRatios, type ComputedRatios, type ProjectId } from "../ratios/compute.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { chosenPayee, waysOf } from "./payees.ts";
import { type CashSince, cashSince, noCash, paidOf, within } from "./paid.ts";
import { decisionsOf, type LineDecision, noDecision, type RoundRow } from "./row.ts";
import type { RoundSettings } from "./settings.ts";

/** A line as it was planned. */
export interface PlannedLine {
  readonly row: RatioRow<ProjectId>;
  readonly decision: LineDecision;
  /** By the rule alone, as if nobody had decided anything. */
  readonly suggestedMinor: bigint;
  readonly final: PlannedGift;
  /** Of a locked gift, what the project was given already since the round began. */
  readonly paidMinor: bigint;
}

export interface ComputedPlan {
  readonly computed: ComputedRatios;
  readonly settings: RoundSettings;
  readonly plan: GiftPlan;
  /** Largest gap first. */
  readonly lines: readonly PlannedLine[];
  readonly before: RatioSummary;
  readonly after: RatioSummary;
}

/** A line with something left to pay, how much, and who is paid. */
export interface Gift {
  readonly slug: string;
  readonly name: string;
  readonly giftMinor: bigint;
  readonly payee: Payee | null;
}

/** The plan of a round as it is today, with what was decided and what was paid since it began. */
export async function planOfRound(context: Context, row: RoundRow): Promise<ComputedPlan> {
  const decisions = await decisionsOf(context, row.id);
  const begun = todayIn(context.organization.timeZone, row.writtenAt);
  return await computedPlan(context, row, decisions, await cashSince(context, begun));
}

/**
 * Splits the budget over the gaps of the period, with what was decided and without, and computes the company's figures
 * as if what is left to pay of the gifts had been given. Refuses a round in which more is locked than there is.
 */
export async function computedPlan(
  context: Context,
  settings: RoundSettings,
  decisions: ReadonlyMap<ProjectId, LineDecision>,
  cash: CashSince = noCash,
): Promise<ComputedPlan> {
  const computed = await computedRatios(context, { period: settings.period });
  const rows = [...computed.ordered, ...rowsOfOthers(computed, decisions)];
  const gapOf = ({ gapMinor }: RatioRow<ProjectId>) => (gapMinor.known ? gapMinor.value : 0n);
  const { budgetMinor: budget, floorMinor: floor, capMinor: cap, stepMinor: step } = settings;
  const decided = rows.map((row) => decisions.get(row.projectId) ?? noDecision);
  const byRule = planGifts({ budget, floor, cap, step, lines: rows.map((row) => ({ gap: gapOf(row) })) });
  const plan = planGifts({
    budget,
    floor,
    cap,
    step,
    lines: rows.map((row, place) => ({
      gap: gapOf(row),
      locked: decided[place]?.lockedMinor ?? undefined,
      leftOut: (decided[place]?.leftOut ?? null) !== null,
    })),
  });
  if ("error" in plan || "error" in byRule)
    throw new Refused(
      "conflict",
      "More is locked in this round than its budget. Raise the budget or unlock lines.",
    );
  const lines = rows.map((row, place) => {
    const final = plan.gifts[place] ?? { gift: 0n, reason: "no-gap" as const };
    return {
      row,
      decision: decided[place] ?? noDecision,
      suggestedMinor: byRule.gifts[place]?.gift ?? 0n,
      final,
      paidMinor: paidOf(final, cash.get(row.projectId) ?? []),
    };
  });
  // What was paid outside the period is in none of its figures: there the whole gift still makes the difference.
  const gifts = new Map(
    lines.map(({ row, final }) => {
      const inPeriod = within(computed.period, cash.get(row.projectId) ?? []);
      return [row.projectId, final.gift - paidOf(final, inPeriod)] as const;
    }),
  );
  const after = ratiosOf(withGifts(computed.input, gifts)).summary;
  return { computed, settings, plan, lines, before: computed.ratios.summary, after };
}

/** Lines with a decision whose project is not in the figures of the period: it is not used any more, or not yet. */
function rowsOfOthers(
  { ordered }: ComputedRatios,
  decisions: ReadonlyMap<ProjectId, LineDecision>,
): readonly RatioRow<ProjectId>[] {
  const known = new Set(ordered.map(({ projectId }) => projectId));
  const none = unknown("no-usage");
  const part = { share: none, ratio: none, fairShareMet: none };
  return [...decisions.keys()]
    .filter((projectId) => !known.has(projectId))
    .sort()
    .map((projectId) => ({
      projectId,
      usageShare: 0,
      reach: 0,
      minutes: 0,
      timeMinor: 0n,
      cashMinor: 0n,
      inKindMinor: 0n,
      giveBackMinor: 0n,
      giveBackShare: none,
      ratio: none,
      fairShareMinor: none,
      fairShareMet: none,
      gapMinor: none,
      tail: false,
      unknownRows: 0,
      timeOnly: part,
      cashOnly: part,
    }));
}

/** Lines with something left to pay and who is paid for each. */
export async function giftsOf(context: Context, { computed, lines }: ComputedPlan): Promise<readonly Gift[]> {
  const given = lines.filter(({ final, paidMinor }) => final.gift > paidMinor);
  await nameProjects(
    context,
    computed,
    given.map(({ row }) => row.projectId),
  );
  return given.map(({ row, decision, final, paidMinor }) => {
    const named = computed.beside.named.get(row.projectId) ?? null;
    return {
      slug: named?.slug ?? row.projectId,
      name: named?.name ?? row.projectId,
      giftMinor: final.gift - paidMinor,
      payee: chosenPayee(waysOf(named), decision.payeeUrl),
    };
  });
}
