import { known, unknown, type Known } from "../known/index.ts";
import { atLeastZero, partOf } from "./parts.ts";

/** g = max(0, G) ÷ Σ max(0, G); `totalMinor` is the sum. */
export function giveBackShare(givenMinor: bigint, totalMinor: bigint): Known<number> {
  if (totalMinor <= 0n) return unknown("no-give-back");
  return known(partOf(atLeastZero(givenMinor), totalMinor));
}

/** R = g ÷ u: our giving against our using. */
export function ratioTo(usageShare: number, share: Known<number>): Known<number> {
  if (!share.known) return share;
  if (usageShare === 0) return unknown(share.value > 0 ? "beyond-inventory" : "no-usage");
  return known(share.value / usageShare);
}
