import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, epochDay, type Period } from "../period/index.ts";
import { day } from "../testing/day.ts";
import { usageOver, type UsageInput } from "./usage-over.ts";

const january: Period = { start: day("2026-01-01"), end: day("2026-02-01") };
const first = epochDay(january.start);

describe("usage over a period", () => {
  test("each day with a product in use weighs the same", () => {
    const { shares, days } = usageOver(
      january,
      product([
        { from: null, until: 20, holds: { a: 1 } },
        { from: 20, until: null, holds: { b: 1 } },
      ]),
    );
    expect(days).toBe(31);
    expect(shares.get("a")).toEqual({ usageShare: 20 / 31, reach: 20 / 31, runtimeReach: 20 / 31 });
    expect(shares.get("b")?.usageShare).toBeCloseTo(11 / 31, 15);
  });

  test("days on which nothing was in use do not count", () => {
    const { shares, days } = usageOver(january, product([{ from: 10, until: 12, holds: { a: 1 } }]));
    expect(days).toBe(2);
    expect(shares.get("a")?.usageShare).toBe(1);
  });

  test("days on which products are in use but keep nothing are unknown to usage, not to reach", () => {
    const over = usageOver(
      january,
      product([
        { from: null, until: 20, holds: { a: 1 } },
        { from: 20, until: null, holds: { b: 0 } },
      ]),
    );
    expect(over.unknownDays).toBe(11);
    expect(over.shares.get("a")).toMatchObject({ usageShare: 1, reach: 20 / 31 });
    expect(over.shares.get("b")).toMatchObject({ usageShare: 0, reach: 11 / 31 });
  });

  test("a period before anything was in use has no shares and does not claim how much is assumed", () => {
    const over = usageOver(january, product([{ from: 40, until: null, holds: { a: 1 } }]));
    expect(over).toEqual({
      shares: new Map(),
      days: 0,
      unknownDays: 0,
      assumedUsage: { known: false, reason: "no-usage" },
      productWeights: new Map([["p", 0]]),
    });
  });

  test("the part of days that stands on a snapshot counted backwards is told", () => {
    const input = product([
      { from: null, until: 9, holds: { a: 1 }, assumed: true },
      { from: 9, until: null, holds: { a: 1 } },
    ]);
    const { assumedUsage } = usageOver(january, input);
    expect(assumedUsage.known && assumedUsage.value).toBeCloseTo(9 / 31, 15);
  });

  test("a project that the company controls is left out, and the others share the whole", () => {
    const input = product([{ from: null, until: null, holds: { a: 1, ours: 3 } }]);
    const { shares } = usageOver(january, { ...input, controlled: new Set(["ours"]) });
    expect([...shares]).toEqual([["a", { usageShare: 1, reach: 1, runtimeReach: 1 }]]);
  });

  test("agrees with a count day by day to 1e-12", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { shares, productWeights } = usageOver(january, input);
        const expected = dayByDay(input);
        expect([...shares.keys()]).toEqual([...expected.shares.keys()].sort());
        for (const [project, usage] of shares) {
          const other = expected.shares.get(project) ?? { usageShare: NaN, reach: NaN, runtimeReach: NaN };
          expect(Math.abs(usage.usageShare - other.usageShare)).toBeLessThan(1e-12);
          expect(Math.abs(usage.reach - other.reach)).toBeLessThan(1e-12);
          expect(Math.abs(usage.runtimeReach - other.runtimeReach)).toBeLessThan(1e-12);
        }
        const weights = [...productWeights.values()].reduce((sum, weight) => sum + weight, 0);
        expect(weights).toBeCloseTo(expected.inUse > 0 ? 1 : 0, 12);
      }),
      { numRuns: 300 },
    );
  });

  test("usage shares sum to one where anything is kept", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { shares, days, unknownDays } = usageOver(january, input);
        const sum = [...shares.values()].reduce((total, usage) => total + usage.usageShare, 0);
        // Rows of controlled projects may be all that a day has; then that day is unknown.
        expect(sum).toBeCloseTo(days > unknownDays ? 1 : 0, 12);
      }),
    );
  });

  test("the order of rows and products changes no bit", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const turned = { ...input, rows: input.rows.toReversed(), products: input.products.toReversed() };
        const over = usageOver(january, input);
        const other = usageOver(january, turned);
        expect([...other.shares]).toEqual([...over.shares]);
        expect(other.assumedUsage).toEqual(over.assumedUsage);
      }),
    );
  });
});

interface DrawnEra {
  /** Days since the start of January; null open. */
  readonly from: number | null;
  readonly until: number | null;
  /** Kept parts; negative marks a project that is not needed at run time. */
  readonly holds: Readonly<Record<string, number>>;
  readonly assumed?: boolean;
}

type Input = UsageInput<string, string>;

function product(eras: readonly DrawnEra[], productId = "p", points = 2): Input {
  const dayAt = (offset: number | null): number | null => (offset === null ? null : first + offset);
  const drawn = eras.map((era) => ({
    start: dayAt(era.from),
    end: dayAt(era.until),
    holds: Object.entries(era.holds),
    assumed: era.assumed ?? false,
  }));
  return {
    products: [
      {
        productId,
        points,
        eras: drawn.map(({ start, end, holds, assumed }) => ({
          start,
          end,
          assumed,
          kept: holds.reduce((sum, [, part]) => sum + Math.abs(part) * 1e13, 0),
        })),
      },
    ],
    rows: drawn.flatMap(({ start, end, holds }) =>
      holds.map(([projectId, part]) => ({
        productId,
        projectId,
        start,
        end,
        mass: Math.abs(part) * 1e13,
        runtime: part >= 0,
      })),
    ),
    controlled: new Set(),
  };
}

const anyEras = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: -5, max: 36 }), { minLength: 2, maxLength: 6 }),
    holds: fc.array(
      fc.dictionary(fc.constantFrom("a", "b", "c", "ours"), fc.integer({ min: -20, max: 20 })),
      { minLength: 7, maxLength: 7 },
    ),
    openStart: fc.boolean(),
    openEnd: fc.boolean(),
    assumed: fc.boolean(),
  })
  .map(({ cuts, holds, openStart, openEnd, assumed }) => {
    const days = cuts.toSorted((one, other) => one - other);
    return days.slice(1).map((until, n) => ({
      from: n === 0 && openStart ? null : (days[n] ?? 0),
      until: n === days.length - 2 && openEnd ? null : until,
      holds: { ...holds[n] },
      assumed: n === 0 && assumed,
    }));
  });

const anyInput: fc.Arbitrary<Input> = fc
  .tuple(
    fc.array(fc.tuple(anyEras, fc.constantFrom(8, 4, 2, 1, 0.3)), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([products, controls]) => {
    const inputs = products.map(([eras, points], n) => product(eras, `p${n}`, points));
    return {
      products: inputs.flatMap((input) => input.products),
      rows: inputs.flatMap((input) => input.rows),
      controlled: new Set(controls ? ["ours"] : []),
    };
  });

/** The definition, one day after the other. */
function dayByDay({ products, rows, controlled }: Input): {
  shares: Map<string, { usageShare: number; reach: number; runtimeReach: number }>;
  inUse: number;
} {
  const sums = new Map<string, { usageShare: number; reach: number; runtimeReach: number }>();
  let inUse = 0;
  let knownDays = 0;
  for (let today = first; today < epochDay(addDays(january.end, 0)); today += 1) {
    const covers = (range: { start: number | null; end: number | null }): boolean =>
      (range.start ?? -Infinity) <= today && today < (range.end ?? Infinity);
    const active = products.filter(({ eras }) => eras.some(covers));
    if (active.length === 0) continue;
    inUse += 1;
    const pointsOf = new Map(active.map(({ productId, points }) => [productId, points]));
    const inForce = rows.filter((row) => covers(row) && !controlled.has(row.projectId));
    const points = active.reduce((sum, one) => sum + one.points, 0);
    const kept = inForce.reduce((sum, row) => sum + (pointsOf.get(row.productId) ?? 0) * row.mass, 0);
    if (kept > 0) knownDays += 1;
    for (const row of inForce) {
      const weight = pointsOf.get(row.productId) ?? 0;
      const sum = sums.get(row.projectId) ?? { usageShare: 0, reach: 0, runtimeReach: 0 };
      sums.set(row.projectId, {
        usageShare: sum.usageShare + (kept > 0 ? (weight * row.mass) / kept : 0),
        reach: sum.reach + weight / points,
        runtimeReach: sum.runtimeReach + (row.runtime ? weight / points : 0),
      });
    }
  }
  for (const [project, sum] of sums) {
    sums.set(project, {
      usageShare: knownDays === 0 ? 0 : sum.usageShare / knownDays,
      reach: sum.reach / inUse,
      runtimeReach: sum.runtimeReach / inUse,
    });
  }
  return { shares: sums, inUse };
}
