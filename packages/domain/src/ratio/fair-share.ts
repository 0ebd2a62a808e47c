import { allocate } from "../allocation/index.ts";
import { known, unknown, type Known } from "../known/index.ts";

/**
 * F: the target split over usage shares by largest remainder in minor units, so that the fair shares sum to it.
 * Usage shares become whole units of 1e-15, the resolution of stored mass. Ties go to the earlier share.
 * null where there is no usage to split by.
 */
export function fairShares(targetMinor: bigint, usageShares: readonly number[]): readonly bigint[] | null {
  return allocate(
    targetMinor,
    usageShares.map((share) => BigInt(Math.round(share * 1e15))),
  );
}

/** S = G ÷ F. */
export function fairShareMet(giveBackMinor: bigint, fairShareMinor: Known<bigint>): Known<number> {
  if (!fairShareMinor.known) return fairShareMinor;
  if (fairShareMinor.value === 0n) return unknown("no-fair-share");
  return known(Number(giveBackMinor) / Number(fairShareMinor.value));
}

/** max(0, F − G) */
export function gapMinor(giveBackMinor: bigint, fairShareMinor: Known<bigint>): Known<bigint> {
  if (!fairShareMinor.known) return fairShareMinor;
  const gap = fairShareMinor.value - giveBackMinor;
  return known(gap > 0n ? gap : 0n);
}

export type FairShareWord = "nothing" | "little" | "about our share" | "above";

/** How much of the fair share is met, in words: 0 nothing, under .5 little, .5 to 1.5 about our share, above more. */
export function fairShareWord(met: number): FairShareWord {
  if (met <= 0) return "nothing";
  if (met < 0.5) return "little";
  return met <= 1.5 ? "about our share" : "above";
}
