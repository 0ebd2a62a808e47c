import { known, unknown, type Known } from "../known/index.ts";
import { partOf, sumOf } from "./parts.ts";
import type { RatioRow, TailLine } from "./result.ts";

const MINUTES_OF_AN_HOUR = 60;

/**
 * Part of our usage that got something worth the name: Σ u over projects with G ≥ min(F, smallest gift) or one hour;
 * the tail counts by the part of its fair share that is met, at most 1.
 */
export function coverageOf<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
  tail: TailLine,
  smallestGiftMinor: bigint,
  target: Known<bigint>,
): Known<number> {
  if (!target.known) return target;
  if (target.value === 0n) return unknown("zero-target");
  if (rows.every((row) => row.usageShare === 0)) return unknown("no-usage");
  const covered = rows
    .filter((row) => !row.tail && isCovered(row, smallestGiftMinor))
    .map((row) => row.usageShare);
  return known(sumOf([...covered, tail.usageShare * tailPartMet(tail)]));
}

function isCovered<ProjectId extends string>(row: RatioRow<ProjectId>, smallestGiftMinor: bigint): boolean {
  if (row.minutes >= MINUTES_OF_AN_HOUR) return true;
  if (row.giveBackMinor <= 0n || !row.fairShareMinor.known) return false;
  const enough = row.fairShareMinor.value < smallestGiftMinor ? row.fairShareMinor.value : smallestGiftMinor;
  return row.giveBackMinor >= enough;
}

function tailPartMet({ giveBackMinor, fairShareMinor }: TailLine): number {
  if (!fairShareMinor.known || fairShareMinor.value === 0n) return 0;
  return Math.min(1, Math.max(0, partOf(giveBackMinor, fairShareMinor.value)));
}
