import { known, unknown, type Known } from "../known/index.ts";
import { fairShareMet, fairShares, gapMinor } from "./fair-share.ts";
import type { ProjectGiving, RatioInput } from "./input.ts";
import { giveBackShare, ratioTo } from "./give-back-share.ts";
import { atLeastZero, sumMinor } from "./parts.ts";
import type { PartRatio, RatioRow, Ratios } from "./result.ts";
import { summaryOf } from "./summary.ts";
import { tailLine } from "./tail.ts";

/** Goes up whenever a figure of these definitions could come out differently for the same rows. */
export const DEFINITION_VERSION = "1";

/**
 * Give-back set against usage: for each project, the tail, and the company (product.md, "Ratios").
 * Every project that is used or was given to has a row. Exact on money; shares and ratios are floats of exact integers.
 */
export function ratiosOf<ProjectId extends string>(input: RatioInput<ProjectId>): Ratios<ProjectId> {
  const facts = projectFacts(input);
  const totals = positiveTotals(facts, atLeastZero(input.toTail.cashMinor + input.toTail.inKindMinor), input);
  const fair = fairSharesOf(input, facts);
  const rows = facts.map((fact, place) => rowOf(fact, fair(place), totals, input.smallestGiftMinor));
  const tail = tailLine(rows, input, totals.giveBack);
  return {
    rows,
    tail,
    summary: summaryOf(input, rows, tail, totals.giveBack),
    definitionVersion: DEFINITION_VERSION,
  };
}

/** Largest gap first, then most used, then by id; unknown gaps last. Never by ratio, which explodes where usage is tiny. */
export function inLargestGapOrder<ProjectId extends string>(
  rows: readonly RatioRow<ProjectId>[],
): RatioRow<ProjectId>[] {
  const gap = (row: RatioRow<ProjectId>): bigint => (row.gapMinor.known ? row.gapMinor.value : -1n);
  return rows.toSorted((one, other) => {
    const difference = gap(other) - gap(one);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    if (one.usageShare !== other.usageShare) return other.usageShare - one.usageShare;
    return one.projectId < other.projectId ? -1 : 1;
  });
}

interface ProjectFact<ProjectId extends string> extends ProjectGiving<ProjectId> {
  readonly usageShare: number;
  readonly reach: number;
  readonly giveBackMinor: bigint;
}

/** Sorted by id, so that remainders and sums fall alike whatever the order of the input. */
function projectFacts<ProjectId extends string>(input: RatioInput<ProjectId>): ProjectFact<ProjectId>[] {
  const giving = new Map(input.giving.map((entry) => [entry.projectId, entry]));
  const ids = [...new Set([...input.usage.keys(), ...giving.keys()])].sort();
  return ids
    .filter((projectId) => !input.controlled.has(projectId))
    .map((projectId) => {
      const given = giving.get(projectId) ?? nothingGiven(projectId);
      const { usageShare, reach } = input.usage.get(projectId) ?? { usageShare: 0, reach: 0 };
      return {
        ...given,
        usageShare,
        reach,
        giveBackMinor: given.timeMinor + given.cashMinor + given.inKindMinor,
      };
    });
}

function nothingGiven<ProjectId extends string>(projectId: ProjectId): ProjectGiving<ProjectId> {
  return {
    projectId,
    minutes: 0,
    timeMinor: 0n,
    cashMinor: 0n,
    inKindMinor: 0n,
    valuedRows: 0,
    unknownRows: 0,
  };
}

/** Σ max(0, G), of everything and of time and cash alone; what went to the tail as a whole is part of it. */
interface PositiveTotals {
  readonly giveBack: bigint;
  readonly time: bigint;
  readonly cash: bigint;
}

function positiveTotals<ProjectId extends string>(
  facts: readonly ProjectFact<ProjectId>[],
  toTailMinor: bigint,
  { toTail }: RatioInput<ProjectId>,
): PositiveTotals {
  return {
    giveBack: toTailMinor + sumMinor(facts.map((fact) => atLeastZero(fact.giveBackMinor))),
    time: sumMinor(facts.map((fact) => atLeastZero(fact.timeMinor))),
    cash: atLeastZero(toTail.cashMinor) + sumMinor(facts.map((fact) => atLeastZero(fact.cashMinor))),
  };
}

function fairSharesOf<ProjectId extends string>(
  { target }: RatioInput<ProjectId>,
  facts: readonly ProjectFact<ProjectId>[],
): (place: number) => Known<bigint> {
  if (!target.known) return () => target;
  const shares = fairShares(
    target.value,
    facts.map((fact) => fact.usageShare),
  );
  if (shares === null) return () => unknown("no-usage");
  return (place) => known(shares[place] ?? 0n);
}

function rowOf<ProjectId extends string>(
  fact: ProjectFact<ProjectId>,
  fairShareMinor: Known<bigint>,
  totals: PositiveTotals,
  smallestGiftMinor: bigint,
): RatioRow<ProjectId> {
  const { valuedRows, ...shown } = fact;
  const unvalued = valuedRows === 0 && fact.unknownRows > 0;
  const whole = partRatio(fact.giveBackMinor, totals.giveBack, fact.usageShare, fairShareMinor, unvalued);
  // What nobody uses but somebody gave to lies beyond the inventory; it is no part of the tail of what we use.
  const beyond = fact.usageShare === 0 && (fact.giveBackMinor !== 0n || fact.unknownRows > 0);
  return {
    ...shown,
    giveBackShare: whole.share,
    ratio: whole.ratio,
    fairShareMinor,
    fairShareMet: whole.fairShareMet,
    gapMinor: gapMinor(fact.giveBackMinor, fairShareMinor),
    tail: !beyond && fairShareMinor.known && fairShareMinor.value < smallestGiftMinor,
    timeOnly: partRatio(fact.timeMinor, totals.time, fact.usageShare, fairShareMinor, unvalued),
    cashOnly: partRatio(fact.cashMinor, totals.cash, fact.usageShare, fairShareMinor, unvalued),
  };
}

/** g = max(0, G) ÷ Σ max(0, G), R = g ÷ u and S = G ÷ F of one project. */
function partRatio(
  givenMinor: bigint,
  totalMinor: bigint,
  usageShare: number,
  fairShareMinor: Known<bigint>,
  unvalued: boolean,
): PartRatio {
  if (unvalued) {
    const none = unknown("no-valued-rows");
    return { share: none, ratio: none, fairShareMet: none };
  }
  const share = giveBackShare(givenMinor, totalMinor);
  return { share, ratio: ratioTo(usageShare, share), fairShareMet: fairShareMet(givenMinor, fairShareMinor) };
}
