import { known, type Known } from "../known/index.ts";
import { fairShareMet, gapMinor } from "./fair-share.ts";
import { giveBackShare, ratioTo } from "./give-back-share.ts";
import type { RatioInput } from "./input.ts";
import { atLeastZero, sumMinor, sumOf } from "./parts.ts";
import type { RatioRow, TailLine } from "./result.ts";

/**
 * The tail as one line: nobody can send 3,000 payments of 4 dollars, so its fair share and gap are those of the
 * whole, and what was given to it as a whole stands here and in no row.
 * `totalMinor` is Σ max(0, G) of the company.
 */
export function tailLine<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
  { toTail, target }: RatioInput<ProjectId>,
  totalMinor: bigint,
): TailLine {
  const inTail = rows.filter((row) => row.tail);
  const undividedMinor = toTail.cashMinor + toTail.inKindMinor;
  const giveBackMinor = undividedMinor + sumMinor(inTail.map((row) => row.giveBackMinor));
  const positiveMinor =
    atLeastZero(undividedMinor) + sumMinor(inTail.map((row) => atLeastZero(row.giveBackMinor)));
  const usageShare = sumOf(inTail.map((row) => row.usageShare));
  const share = giveBackShare(positiveMinor, totalMinor);
  const fairShareMinor = fairShareOf(inTail, target);
  return {
    projects: inTail.length,
    usageShare,
    minutes: inTail.reduce((minutes, row) => minutes + row.minutes, 0),
    giveBackMinor,
    giveBackShare: share,
    ratio: ratioTo(usageShare, share),
    fairShareMinor,
    fairShareMet: fairShareMet(giveBackMinor, fairShareMinor),
    gapMinor: gapMinor(giveBackMinor, fairShareMinor),
    unknownRows: toTail.unknownRows + inTail.reduce((count, row) => count + row.unknownRows, 0),
  };
}

function fairShareOf<ProjectId extends string>(
  inTail: readonly RatioRow<ProjectId>[],
  target: Known<bigint>,
): Known<bigint> {
  if (!target.known) return target;
  return known(
    sumMinor(inTail.map(({ fairShareMinor }) => (fairShareMinor.known ? fairShareMinor.value : 0n))),
  );
}
