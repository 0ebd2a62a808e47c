import { known, unknown, type Known } from "../known/index.ts";
import { atLeastZero, partOf, sumOf } from "./parts.ts";
import type { Concentration, RatioRow, TailLine } from "./result.ts";

/** Σ min(g, u): the part of our giving that goes where we depend. The tail is one line of it. */
export function alignmentOf<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
  tail: TailLine,
  totalMinor: bigint,
): Known<number> {
  if (totalMinor <= 0n) return unknown("no-give-back");
  if (rows.every((row) => row.usageShare === 0)) return unknown("no-usage");
  const parts = rows
    .filter((row) => !row.tail)
    .map((row) => Math.min(shareOf(row, totalMinor), row.usageShare));
  const ofTail = tail.giveBackShare.known ? Math.min(tail.giveBackShare.value, tail.usageShare) : 0;
  return known(sumOf([...parts, ofTail]));
}

/**
 * How few projects get how much. Money to the tail as a whole is part of all giving but concentrates nothing:
 * it is spread over many, so it adds no square and is none of the top five.
 */
export function concentrationOf<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
  totalMinor: bigint,
): Known<Concentration> {
  if (totalMinor <= 0n) return unknown("no-give-back");
  const shares = rows.map((row) => shareOf(row, totalMinor)).sort((one, other) => other - one);
  const outsideTail = rows.filter((row) => !row.tail && (row.usageShare > 0 || row.giveBackMinor !== 0n));
  return known({
    hhi: sumOf(shares.map((share) => share * share)),
    gini: giniOf(outsideTail.map((row) => shareOf(row, totalMinor))),
    top5: sumOf(shares.slice(0, 5)),
  });
}

function shareOf<ProjectId extends string>(row: RatioRow<ProjectId>, totalMinor: bigint): number {
  return partOf(atLeastZero(row.giveBackMinor), totalMinor);
}

/** Σ (2k − n − 1)·x_k ÷ (n·Σ x) over x ascending, k from 1; 0 where nothing is shared out. */
function giniOf(parts: readonly number[]): number {
  const total = sumOf(parts);
  if (total === 0) return 0;
  const ascending = parts.toSorted((one, other) => one - other);
  const weighted = ascending.map((part, place) => (2 * (place + 1) - parts.length - 1) * part);
  return sumOf(weighted) / (parts.length * total);
}
