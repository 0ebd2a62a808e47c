import { allocate } from "./allocate.ts";

/** One project of a round. Amounts in minor units of the round's currency. */
export interface PlanLine {
  /** What is missing to the project's fair share; 0 where nothing is missing or nobody can say. */
  readonly gap: bigint;
  /** What somebody decided, whatever the rule says: also 0, and also more than the gap. */
  readonly locked?: bigint | undefined;
  readonly leftOut?: boolean | undefined;
}

export interface PlanInput {
  readonly budget: bigint;
  /** The smallest gift worth sending: no line gets more than nothing and less than this. */
  readonly floor: bigint;
  /** The largest gift to one project; null where only the gap bounds it. */
  readonly cap: bigint | null;
  /** Gifts that nobody locked are multiples of it; at least 1. */
  readonly step: bigint;
  readonly lines: readonly PlanLine[];
}

/** Why a line gets what it gets. */
export type GiftReason =
  | "by-gap"
  | "capped"
  | "locked"
  | "left-out"
  | "below-smallest-gift"
  | "no-gap"
  | "budget-used";

export interface PlannedGift {
  readonly gift: bigint;
  readonly reason: GiftReason;
}

export interface GiftPlan {
  /** In the order of the lines. */
  readonly gifts: readonly PlannedGift[];
  readonly lockedMinor: bigint;
  readonly proposedMinor: bigint;
  /** What the caps, the smallest gift and the step leave; locked + proposed + reserve = budget. */
  readonly reserveMinor: bigint;
}

/** Why there is no plan: the locked lines want more than the budget, or a setting is below what it can be. */
export interface NoPlan {
  readonly error: "locked-above-budget" | "bad-setting";
  readonly lockedMinor: bigint;
}

/**
 * Splits a budget over gaps. Locked lines get what they were locked at, first. The rest goes to the other lines in
 * proportion to their gaps, none above its gap or the cap: who reaches that is fixed there and what is left is shared
 * anew. In whole steps by largest remainder, ties to the earlier line. Where the budget is too thin to give everybody
 * the smallest gift, it goes to the largest gaps, to as many as can have that much.
 * The exact share decides who is in, not the rounded one, so that a larger budget never takes anybody out.
 */
export function planGifts(input: PlanInput): GiftPlan | NoPlan {
  const lockedMinor = input.lines.reduce((sum, { locked = 0n }) => sum + locked, 0n);
  if (isBad(input)) return { error: "bad-setting", lockedMinor };
  if (lockedMinor > input.budget) return { error: "locked-above-budget", lockedMinor };
  const units = (input.budget - lockedMinor) / input.step;
  const open = openLines(input);
  const shared = sharedUnits(units, open, smallestUnits(input));
  const gifts = input.lines.map((line, place) => giftOf(input, line, shared.get(place) ?? 0n));
  const proposedMinor = gifts.reduce((sum, { gift }) => sum + gift, 0n) - lockedMinor;
  return { gifts, lockedMinor, proposedMinor, reserveMinor: input.budget - lockedMinor - proposedMinor };
}

function isBad({ budget, floor, cap, step, lines }: PlanInput): boolean {
  const negative = [budget, floor, cap ?? 0n].some((amount) => amount < 0n);
  return negative || step < 1n || lines.some(({ locked = 0n }) => locked < 0n);
}

/** A line that the rule decides on: the most that it can get, in whole steps. */
interface OpenLine {
  readonly place: number;
  readonly gap: bigint;
  readonly most: bigint;
}

/** Those that can have the smallest gift, largest gap first, ties in the order of the lines. */
function openLines(input: PlanInput): readonly OpenLine[] {
  const smallest = smallestUnits(input);
  return input.lines
    .flatMap((line, place) => {
      if (line.locked !== undefined || line.leftOut === true || line.gap <= 0n) return [];
      const most = mostUnits(input, line.gap);
      return most < smallest ? [] : [{ place, gap: line.gap, most }];
    })
    .sort((one, other) => (one.gap === other.gap ? 0 : one.gap > other.gap ? -1 : 1));
}

function mostUnits({ cap, step }: PlanInput, gap: bigint): bigint {
  return (cap !== null && cap < gap ? cap : gap) / step;
}

/** A gift is at least one step, whatever the floor. */
function smallestUnits({ floor, step }: PlanInput): bigint {
  const units = (floor + step - 1n) / step;
  return units > 0n ? units : 1n;
}

/** Units by place for as many of the largest gaps as can have the smallest gift. */
function sharedUnits(
  units: bigint,
  open: readonly OpenLine[],
  smallest: bigint,
): ReadonlyMap<number, bigint> {
  // In the order in which lines reach their most as the budget grows, once for all that is tried below.
  const rank = open.map((_, index) => index).sort((one, other) => bySaturation(open, one, other));
  let enough = 0;
  let tooMany = open.length + 1;
  while (tooMany - enough > 1) {
    const count = Math.floor((enough + tooMany) / 2);
    if (leastIsEnough(units, filled(units, open, rank, count), smallest)) enough = count;
    else tooMany = count;
  }
  return inWholeUnits(filled(units, open, rank, enough));
}

/** By most ÷ gap: that part of its gap is filled when a line is full. */
function bySaturation(open: readonly OpenLine[], one: number, other: number): number {
  const [a, b] = [open[one], open[other]];
  if (a === undefined || b === undefined) return 0;
  const difference = a.most * b.gap - b.most * a.gap;
  return difference === 0n ? one - other : difference < 0n ? -1 : 1;
}

/** Lines that have all they can have, and the others with what is left for them. */
interface Filled {
  readonly full: readonly OpenLine[];
  readonly rest: readonly OpenLine[];
  readonly restUnits: bigint;
  readonly restGap: bigint;
}

/** Water filling among the first `count` lines: whose part would pass their most is full, one after the other. */
function filled(units: bigint, open: readonly OpenLine[], rank: readonly number[], count: number): Filled {
  const among = rank.flatMap((index) => (index < count ? (open[index] ?? []) : []));
  let restUnits = units;
  let restGap = among.reduce((sum, { gap }) => sum + gap, 0n);
  let full = 0;
  for (const { gap, most } of among) {
    if (restUnits * gap < most * restGap) break;
    restUnits -= most;
    restGap -= gap;
    full += 1;
  }
  return { full: among.slice(0, full), rest: among.slice(full), restUnits, restGap };
}

/** Full lines have the smallest gift anyway; of the others the one with the least gap has the least. */
function leastIsEnough(units: bigint, { rest, restUnits, restGap }: Filled, smallest: bigint): boolean {
  if (units < smallest) return false;
  return rest.every(({ gap }) => restUnits * gap >= smallest * restGap);
}

/** An exact part below a line's most, rounded up, is not above it, because the most is whole. */
function inWholeUnits({ full, rest, restUnits }: Filled): ReadonlyMap<number, bigint> {
  const inOrder = rest.toSorted((one, other) => one.place - other.place);
  const parts = allocate(
    restUnits,
    inOrder.map(({ gap }) => gap),
  );
  return new Map([
    ...full.map(({ place, most }) => [place, most] as const),
    ...inOrder.map(({ place }, index) => [place, parts?.[index] ?? 0n] as const),
  ]);
}

function giftOf(input: PlanInput, line: PlanLine, units: bigint): PlannedGift {
  if (line.locked !== undefined) return { gift: line.locked, reason: "locked" };
  if (line.leftOut === true) return { gift: 0n, reason: "left-out" };
  if (line.gap <= 0n) return { gift: 0n, reason: "no-gap" };
  const most = mostUnits(input, line.gap);
  if (most < smallestUnits(input)) return { gift: 0n, reason: "below-smallest-gift" };
  if (units === 0n) return { gift: 0n, reason: "budget-used" };
  const capped = input.cap !== null && input.cap < line.gap && units === most;
  return { gift: units * input.step, reason: capped ? "capped" : "by-gap" };
}
