import type { Day } from "../period/index.ts";
import type { Money } from "./amount.ts";

/** What an hour of a role family in a region is worth from a day on; null means any. A rate never belongs to a person. */
export interface RateCard {
  readonly roleFamily: string | null;
  readonly region: string | null;
  readonly from: Day;
  readonly hourly: Money;
}

export interface RateCardQuestion {
  readonly roleFamily: string | null;
  readonly region: string | null;
  readonly day: Day;
}

export type ChosenRateCard<Card extends RateCard> =
  | { readonly kind: "known"; readonly card: Card }
  | { readonly kind: "unknown"; readonly reason: "no-rate" };

/**
 * The card that values an hour: of those that began by `day` and fit, the most specific (role family and region, then
 * role family, then region, then neither), then the one that began last. `cards` stands in the order of writing:
 * of two with the same start the later written wins, because it corrects the earlier.
 */
export function rateFor<Card extends RateCard>(
  question: RateCardQuestion,
  cards: readonly Card[],
): ChosenRateCard<Card> {
  let best: Card | null = null;
  for (const card of cards) {
    if (card.from > question.day || !fits(card, question)) continue;
    if (best === null || isAtLeastAsGood(card, best)) best = card;
  }
  return best === null ? { kind: "unknown", reason: "no-rate" } : { kind: "known", card: best };
}

function fits(card: RateCard, question: RateCardQuestion): boolean {
  return (
    (card.roleFamily === null || card.roleFamily === question.roleFamily) &&
    (card.region === null || card.region === question.region)
  );
}

function isAtLeastAsGood(card: RateCard, best: RateCard): boolean {
  const difference = specificity(card) - specificity(best);
  return difference === 0 ? card.from >= best.from : difference > 0;
}

function specificity(card: RateCard): number {
  return (card.roleFamily === null ? 0 : 2) + (card.region === null ? 0 : 1);
}
