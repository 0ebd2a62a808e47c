import type { DayRange, PeriodDays } from "./period-days.ts";

/** Sums of one period, a number a day. */
export interface InUseDays {
  /** Points, in millionths, of the products in use; 0 on days without any. */
  readonly points: Float64Array;
  /** Σ points · kept mass, without projects that the company controls; 0 on days of which nothing is known. */
  readonly keptPoints: Float64Array;
}

interface ProductEras {
  readonly productId: string;
  readonly eras: readonly (DayRange & { readonly kept: number })[];
}

/** Points in millionths, so that own weights with decimals sum exactly. */
export function scaledPoints(points: number): number {
  return Math.round(points * 1e6);
}

/**
 * Differences at the days where something begins or ends, summed in whole numbers of any size: the order of the
 * input leaves no trace, and a day after everything ended is exactly zero.
 */
export function inUseDays(
  days: PeriodDays,
  products: readonly ProductEras[],
  pointsOf: ReadonlyMap<string, number>,
  controlledRows: readonly (DayRange & { readonly productId: string; readonly mass: number })[],
): InUseDays {
  const points = dayDifferences(days);
  const keptPoints = dayDifferences(days);
  for (const { productId, eras } of products) {
    const weight = BigInt(pointsOf.get(productId) ?? 0);
    for (const era of eras) {
      points.add(era, weight);
      keptPoints.add(era, weight * BigInt(era.kept));
    }
  }
  for (const row of controlledRows)
    keptPoints.add(row, -BigInt(pointsOf.get(row.productId) ?? 0) * BigInt(row.mass));
  return { points: points.sums(), keptPoints: keptPoints.sums() };
}

function dayDifferences(days: PeriodDays): {
  add: (range: DayRange, value: bigint) => void;
  sums: () => Float64Array;
} {
  const differences = Array.from({ length: days.count + 1 }, () => 0n);
  return {
    add: (range, value) => {
      const start = days.startOf(range);
      const end = days.endOf(range);
      if (start >= end) return;
      differences[start] = (differences[start] ?? 0n) + value;
      differences[end] = (differences[end] ?? 0n) - value;
    },
    sums: () => {
      let sum = 0n;
      return Float64Array.from({ length: days.count }, (_, day) => Number((sum += differences[day] ?? 0n)));
    },
  };
}
