import type { NamedFacts } from "./facts.ts";

/** A part of two whole numbers of any size; the divisor is above 0. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export interface ExactUse {
  readonly usage: Fraction;
  readonly reach: Fraction;
}

const DAY = 86_400_000;

/** Day by day and in fractions: what each project keeps of the points, and how much of them contains it. */
export function exactUsage(
  { masses, eras }: Pick<NamedFacts, "masses" | "eras">,
  start: string,
  end: string,
): Map<string, ExactUse> {
  const days = runsOf([...masses, ...eras], Date.parse(start) / DAY, Date.parse(end) / DAY);
  const usage = new Map<string, Fraction>();
  const reach = new Map<string, Fraction>();
  let [known, inUse] = [0n, 0n];
  for (const { day, count } of days) {
    const pointsOf = new Map(eras.filter((era) => holds(era, day)).map((era) => [era.product, era]));
    let [kept, points] = [0n, 0n];
    for (const era of pointsOf.values()) {
      kept += millionths(era.points) * BigInt(era.kept);
      points += millionths(era.points);
    }
    if (points > 0n) inUse += count;
    if (kept > 0n) known += count;
    for (const row of masses.filter((mass) => holds(mass, day))) {
      const weight = millionths(pointsOf.get(row.product)?.points ?? 0);
      if (kept > 0n) add(usage, row.project, { over: count * weight * BigInt(row.mass), under: kept });
      if (points > 0n) add(reach, row.project, { over: count * weight, under: points });
    }
  }
  return new Map(
    [...reach].map(([project, sum]) => [
      project,
      { usage: mean(usage.get(project), known), reach: mean(sum, inUse) },
    ]),
  );
}

/** To 18 digits behind the point. */
export function numberOf({ over, under }: Fraction): number {
  return Number((over * 10n ** 18n) / under) / 1e18;
}

/** Stretches of days between which nothing begins or ends. */
function runsOf(
  ranges: readonly { from: string | null; to: string | null }[],
  start: number,
  end: number,
): { day: number; count: bigint }[] {
  const bounds = ranges
    .flatMap(({ from, to }) => [from, to])
    .flatMap((day) => (day === null ? [] : [Date.parse(day) / DAY]));
  const cuts = [...new Set([start, ...bounds.filter((day) => day > start && day < end), end])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(0, -1).map((day, place) => ({ day, count: BigInt((cuts[place + 1] ?? day) - day) }));
}

function holds({ from, to }: { from: string | null; to: string | null }, day: number): boolean {
  return (from === null || Date.parse(from) / DAY <= day) && (to === null || Date.parse(to) / DAY > day);
}

function millionths(points: number): bigint {
  return BigInt(Math.round(points * 1e6));
}

function add(sums: Map<string, Fraction>, project: string, part: Fraction): void {
  const sum = sums.get(project) ?? { over: 0n, under: 1n };
  sums.set(
    project,
    sum.under === part.under
      ? { over: sum.over + part.over, under: sum.under }
      : { over: sum.over * part.under + part.over * sum.under, under: sum.under * part.under },
  );
}

function mean(sum: Fraction | undefined, days: bigint): Fraction {
  return sum === undefined || days === 0n
    ? { over: 0n, under: 1n }
    : { over: sum.over, under: sum.under * days };
}
