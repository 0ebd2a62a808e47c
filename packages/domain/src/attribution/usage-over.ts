import { known, unknown, type Known } from "../known/index.ts";
import type { Period } from "../period/index.ts";
import { daySums, orderlessSum, type DaySums } from "./exact-days.ts";
import { inUseDays, scaledPoints } from "./in-use-days.ts";
import { LEFT_OUT, placesByProject } from "./places.ts";
import { periodDays, type DayRange, type PeriodDays } from "./period-days.ts";

/** Days on which one set of snapshots of a product was in force; see snapshotEras. */
export interface UsedEra extends DayRange {
  /** Sum of the mass of its rows, whole units of 1e-15. */
  readonly kept: number;
  readonly assumed: boolean;
}

export interface UsedProduct<ProductId extends string> {
  readonly productId: ProductId;
  /** Points of its tier, or its own weight; kept to six decimals. */
  readonly points: number;
  /** In use on the days of its eras; they do not overlap. */
  readonly eras: readonly UsedEra[];
}

/** Days on which a product contained a project, with the mass that the project kept in it. */
export interface UsageRow<ProjectId extends string, ProductId extends string> extends DayRange {
  readonly productId: ProductId;
  readonly projectId: ProjectId;
  /** Whole units of 1e-15; 0 for a project that is only contained. */
  readonly mass: number;
  readonly runtime: boolean;
}

export interface UsageInput<ProjectId extends string, ProductId extends string> {
  /** The products that count; rows of others are ignored, which is how a filter by product works. */
  readonly products: readonly UsedProduct<ProductId>[];
  /** At most one row a product, project and day, inside the product's eras, in any order. */
  readonly rows: readonly UsageRow<ProjectId, ProductId>[];
  /** Projects that the company controls: left out of usage altogether. */
  readonly controlled: ReadonlySet<string>;
}

export interface Usage {
  /** Part of all usage; sums to 1 over the projects. */
  readonly usageShare: number;
  /** Part of the points of products in use that contain the project, in any scope. Does not sum to 1. */
  readonly reach: number;
  readonly runtimeReach: number;
}

export interface UsageOver<ProjectId extends string, ProductId extends string> {
  /** By project id, ascending. */
  readonly shares: ReadonlyMap<ProjectId, Usage>;
  /** Days on which any product was in use. */
  readonly days: number;
  /** Those of them on which nothing was kept by any project: left out of the mean of usage shares. */
  readonly unknownDays: number;
  /** Part of the weight of products in use that stands on a first snapshot counted backwards. */
  readonly assumedUsage: Known<number>;
  /** Mean weight w_p of each product over `days`; sums to 1. */
  readonly productWeights: ReadonlyMap<ProductId, number>;
}

/**
 * Usage share and reach over a period (product.md, "The numbers", 7 and "Reach"): on each day
 * u_i = Σ points_p · mass_ip ÷ Σ points_p · kept_p, and the mean of the days on which anything was kept;
 * r_i = points of the products that contain i ÷ points in use, and the mean of the days on which any was in use.
 * One pass over the rows with sums over days; the same rows in any order give the same numbers, bit for bit.
 */
export function usageOver<ProjectId extends string, ProductId extends string>(
  period: Period,
  { products, rows, controlled }: UsageInput<ProjectId, ProductId>,
): UsageOver<ProjectId, ProductId> {
  const days = periodDays(period);
  const pointsOf = new Map<string, number>(
    products.map(({ productId, points }) => [productId, scaledPoints(points)]),
  );
  const controlledRows =
    controlled.size === 0 ? [] : rows.filter(({ projectId }) => controlled.has(projectId));
  const use = inUseDays(days, products, pointsOf, controlledRows);
  const perKept = daySums(use.keptPoints.map(reciprocal));
  const perPoint = daySums(use.points.map(reciprocal));
  const knownDays = countPresent(use.keptPoints);
  const inUse = countPresent(use.points);
  return {
    shares: sharesOf(rows, pointsOf, controlled, { days, perKept, perPoint, knownDays, inUse }),
    days: inUse,
    unknownDays: inUse - knownDays,
    assumedUsage:
      inUse === 0 ? unknown("no-usage") : known(assumedPart(days, products, pointsOf, perPoint) / inUse),
    productWeights: weightsOf(days, products, pointsOf, perPoint, inUse),
  };
}

/** Days without anything stand out of the sums instead of dividing by zero. */
function reciprocal(value: number): number {
  return value === 0 ? 0 : 1 / value;
}

function countPresent(values: Float64Array): number {
  return values.reduce((count, value) => (value === 0 ? count : count + 1), 0);
}

interface Calendar {
  readonly days: PeriodDays;
  /** Sums of 1 ÷ Σ points · kept, and of 1 ÷ Σ points, over days. */
  readonly perKept: DaySums;
  readonly perPoint: DaySums;
  readonly knownDays: number;
  readonly inUse: number;
}

/** What each row adds, its project's rows side by side: columns, because a row object for each would cost most of the time. */
function sharesOf<ProjectId extends string, ProductId extends string>(
  rows: readonly UsageRow<ProjectId, ProductId>[],
  pointsOf: ReadonlyMap<string, number>,
  controlled: ReadonlySet<string>,
  calendar: Calendar,
): Map<ProjectId, Usage> {
  const places = placesByProject(rows, pointsOf, controlled);
  const terms = termsOf(rows, places.ofRow, places.starts.at(-1) ?? 0, pointsOf, calendar);
  const shares = new Map<ProjectId, Usage>();
  for (const projectId of [...places.projects.keys()].sort()) {
    const project = places.projects.get(projectId) ?? 0;
    const usage = usageOf(terms, places.starts[project] ?? 0, places.starts[project + 1] ?? 0, calendar);
    // A project that no product contained on any day of the period does not stand in it.
    if (usage.reach > 0) shares.set(projectId, usage);
  }
  return shares;
}

interface Terms {
  readonly kept: Float64Array;
  readonly contained: Float64Array;
  readonly atRunTime: Float64Array;
}

function termsOf<ProjectId extends string, ProductId extends string>(
  rows: readonly UsageRow<ProjectId, ProductId>[],
  placeOf: Int32Array,
  count: number,
  pointsOf: ReadonlyMap<string, number>,
  { days, perKept, perPoint }: Calendar,
): Terms {
  const kept = new Float64Array(count);
  const contained = new Float64Array(count);
  const atRunTime = new Float64Array(count);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    const place = placeOf[at] ?? LEFT_OUT;
    if (row === undefined || place === LEFT_OUT) continue;
    const start = days.startOf(row);
    const end = days.endOf(row);
    if (start >= end) continue;
    const points = pointsOf.get(row.productId) ?? 0;
    kept[place] = row.mass * points * perKept.through(start, end);
    const part = points * perPoint.through(start, end);
    contained[place] = part;
    if (row.runtime) atRunTime[place] = part;
  }
  return { kept, contained, atRunTime };
}

function usageOf(terms: Terms, start: number, end: number, { knownDays, inUse }: Calendar): Usage {
  const sum = (column: Float64Array): number => orderlessSum(column.subarray(start, end));
  return {
    usageShare: knownDays === 0 ? 0 : sum(terms.kept) / knownDays,
    reach: inUse === 0 ? 0 : Math.min(1, sum(terms.contained) / inUse),
    runtimeReach: inUse === 0 ? 0 : Math.min(1, sum(terms.atRunTime) / inUse),
  };
}

function assumedPart<ProductId extends string>(
  days: PeriodDays,
  products: readonly UsedProduct<ProductId>[],
  pointsOf: ReadonlyMap<string, number>,
  perPoint: DaySums,
): number {
  const terms = products.flatMap(({ productId, eras }) =>
    eras
      .filter(({ assumed }) => assumed)
      .map((era) => weightedDays(era, pointsOf.get(productId) ?? 0, days, perPoint)),
  );
  return orderlessSum(Float64Array.from(terms));
}

function weightsOf<ProductId extends string>(
  days: PeriodDays,
  products: readonly UsedProduct<ProductId>[],
  pointsOf: ReadonlyMap<string, number>,
  perPoint: DaySums,
  inUse: number,
): Map<ProductId, number> {
  const weights = new Map<ProductId, number>();
  for (const { productId, eras } of products) {
    const terms = eras.map((era) => weightedDays(era, pointsOf.get(productId) ?? 0, days, perPoint));
    weights.set(productId, inUse === 0 ? 0 : orderlessSum(Float64Array.from(terms)) / inUse);
  }
  return weights;
}

/** Σ over the days of the era of the product's points ÷ all points in use. */
function weightedDays(era: DayRange, points: number, days: PeriodDays, perPoint: DaySums): number {
  const start = days.startOf(era);
  const end = days.endOf(era);
  return start < end ? points * perPoint.through(start, end) : 0;
}
