import { known, mapKnown, unknown, type Known } from "../known/index.ts";
import { monthsOf } from "../period/index.ts";
import { alignmentOf, concentrationOf } from "./concentration.ts";
import { coverageOf } from "./coverage.ts";
import type { RatioInput } from "./input.ts";
import { partOf, sumMinor } from "./parts.ts";
import { pledgeOf } from "./pledge.ts";
import type { RatioRow, RatioSummary, TailLine } from "./result.ts";

/** The company's line. `totalMinor` is Σ max(0, G), by which shares are taken. */
export function summaryOf<ProjectId extends string>(
  input: RatioInput<ProjectId>,
  rows: readonly RatioRow<ProjectId>[],
  tail: TailLine,
  totalMinor: bigint,
): RatioSummary {
  const { toTail, pooled, target } = input;
  const timeMinor = sumMinor(rows.map((row) => row.timeMinor));
  const cashMinor = toTail.cashMinor + sumMinor(rows.map((row) => row.cashMinor));
  const inKindMinor = toTail.inKindMinor + sumMinor(rows.map((row) => row.inKindMinor));
  const giveBackMinor = timeMinor + cashMinor + inKindMinor;
  const pooledMinor = pooled.cashMinor + pooled.inKindMinor;
  const gapMinor = totalGap(rows, tail);
  return {
    targetMinor: target,
    giveBackMinor,
    pooledMinor,
    minutes: rows.reduce((minutes, row) => minutes + row.minutes, 0),
    timeMinor,
    cashMinor,
    inKindMinor,
    byBasis: input.byBasis,
    unknownRows:
      toTail.unknownRows + pooled.unknownRows + rows.reduce((count, row) => count + row.unknownRows, 0),
    giveBackOfTarget: ofTarget(giveBackMinor + pooledMinor, target),
    gapMinor,
    coverage: coverageOf(rows, tail, input.smallestGiftMinor, target),
    alignment: alignmentOf(rows, tail, totalMinor),
    monthsBehind: monthsBehind(input, gapMinor),
    concentration: concentrationOf(rows, totalMinor),
    pledge: pledgeOf(input.pledge),
  };
}

/** The tail counts as one line: what it got as a whole fills the gaps of its projects. */
function totalGap<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
  tail: TailLine,
): Known<bigint> {
  let sum = 0n;
  for (const { gapMinor, tail: inTail } of rows) {
    if (!gapMinor.known) return gapMinor;
    if (!inTail) sum += gapMinor.value;
  }
  return mapKnown(tail.gapMinor, (gap) => sum + gap);
}

function ofTarget(amountMinor: bigint, target: Known<bigint>): Known<number> {
  if (!target.known) return target;
  return target.value === 0n ? unknown("zero-target") : known(partOf(amountMinor, target.value));
}

/** Σ gap ÷ (T ÷ months of the period). */
function monthsBehind<ProjectId extends string>(
  { period, target }: RatioInput<ProjectId>,
  gapMinor: Known<bigint>,
): Known<number> {
  if (!gapMinor.known) return gapMinor;
  return mapKnown(ofTarget(gapMinor.value, target), (part) => part * monthsOf(period));
}
