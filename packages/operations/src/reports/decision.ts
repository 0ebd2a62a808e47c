import type { ReportDecision } from "@headwater/contract/reports";
import { planGifts } from "@headwater/domain/allocation";
import { printAmount } from "@headwater/domain/money";
import { type RatioRow, ratiosOf, type RatioSummary, withGifts } from "@headwater/domain/ratio";
import type { Circumstances } from "../operation/index.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import { amountOf, reason, valueOf } from "../ratios/unknown.ts";

type Row = RatioRow<ProjectId>;

/** So many of the gifts are named: as many as Home shows. */
const NAMED = 5;

/** What each project would be given; the largest gap first. */
export interface DecidedGift {
  readonly row: Row;
  readonly giftMinor: bigint;
}

/** A round whose budget is the sum of the gaps outside the tail. A gap below the smallest gift is none that is sent. */
export function decidedGifts({ ordered, smallestGiftMinor }: ComputedRatios): readonly DecidedGift[] {
  const floor = smallestGiftMinor ?? 0n;
  const rows = ordered.filter((row) => !row.tail && gapOf(row) > 0n);
  const lines = rows.map((row) => ({ gap: gapOf(row) }));
  const budget = lines.reduce((sum, { gap }) => sum + (gap < floor ? 0n : gap), 0n);
  const plan = planGifts({ budget, floor, cap: null, step: 1n, lines });
  // Nothing is locked here that could want more than there is.
  if ("error" in plan) throw new Error(`a round without locked lines was refused: ${plan.error}`);
  return rows.flatMap((row, place) => {
    const giftMinor = plan.gifts[place]?.gift ?? 0n;
    return giftMinor === 0n ? [] : [{ row, giftMinor }];
  });
}

/** Those of them that the page names. */
export function namedGifts(gifts: readonly DecidedGift[]): readonly Row[] {
  return gifts.slice(0, NAMED).map(({ row }) => row);
}

/** What these gifts, given in the period as well, would have made of its figures; null where there is none to give. */
export function decisionOf(
  { organization: { currency } }: Circumstances,
  { input, ratios, beside }: ComputedRatios,
  gifts: readonly DecidedGift[],
): ReportDecision | null {
  if (gifts.length === 0) return null;
  const given = new Map(gifts.map(({ row, giftMinor }) => [row.projectId, giftMinor]));
  return {
    amount: printAmount(
      gifts.reduce((sum, { giftMinor }) => sum + giftMinor, 0n),
      currency,
    ),
    projects: gifts.length,
    largest: namedGifts(gifts).map((row) => ({
      id: row.projectId,
      project: beside.named.get(row.projectId)?.slug ?? row.projectId,
      name: beside.named.get(row.projectId)?.name ?? row.projectId,
      gap: amountOf(row.gapMinor, currency),
    })),
    before: figuresOf(ratios.summary),
    after: figuresOf(ratiosOf(withGifts(input, given)).summary),
  };
}

function gapOf({ gapMinor }: Row): bigint {
  return gapMinor.known ? gapMinor.value : 0n;
}

function figuresOf({ coverage, monthsBehind }: RatioSummary): ReportDecision["before"] {
  return {
    coverage: valueOf(coverage),
    ...reason("coverageUnknown", coverage),
    monthsBehind: valueOf(monthsBehind),
    ...reason("monthsBehindUnknown", monthsBehind),
  };
}
