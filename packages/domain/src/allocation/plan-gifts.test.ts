import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GiftPlan, planGifts, type PlanInput } from "./index.ts";

const line = fc.record(
  {
    gap: fc.bigInt({ min: 0n, max: 50_000n }),
    locked: fc.option(fc.bigInt({ min: 0n, max: 3000n }), { nil: undefined, freq: 6 }),
    leftOut: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: ["gap"] },
);

const input: fc.Arbitrary<PlanInput> = fc.record({
  budget: fc.bigInt({ min: 0n, max: 400_000n }),
  floor: fc.bigInt({ min: 0n, max: 6000n }),
  cap: fc.option(fc.bigInt({ min: 0n, max: 30_000n }), { nil: null }),
  step: fc.bigInt({ min: 1n, max: 700n }),
  lines: fc.array(line, { maxLength: 40 }),
});

function planned(given: PlanInput): GiftPlan {
  const plan = planGifts(given);
  if ("error" in plan) throw new Error(plan.error);
  return plan;
}

/** A law of every plan that there is. */
function always(law: (given: PlanInput, plan: GiftPlan) => void): void {
  fc.assert(
    fc.property(input, (given) => {
      const plan = planGifts(given);
      if (!("error" in plan)) law(given, plan);
    }),
    { numRuns: 1500 },
  );
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n);
const giftsOf = (plan: GiftPlan): readonly bigint[] => plan.gifts.map(({ gift }) => gift);
const words = (plan: GiftPlan): readonly string[] => plan.gifts.map(({ reason }) => reason);

/** Gaps without decisions, in steps of 1 and without a smallest gift. */
const plain = (budget: bigint, gaps: readonly bigint[], more: Partial<PlanInput> = {}): PlanInput => ({
  budget,
  floor: 0n,
  cap: null,
  step: 1n,
  lines: gaps.map((gap) => ({ gap })),
  ...more,
});

describe("a budget over gaps", () => {
  test.each([
    ["follows the gaps", plain(100n, [300n, 100n, 100n]), [60n, 20n, 20n], 0n],
    [
      "gives odd units by largest remainder, ties to the earlier",
      plain(100n, [200n, 200n, 200n]),
      [34n, 33n, 33n],
      0n,
    ],
    ["fills no line above its gap", plain(1000n, [300n, 100n]), [300n, 100n], 600n],
    [
      "fills no line above the cap and shares the rest anew",
      plain(100n, [800n, 100n, 100n], { cap: 40n }),
      [40n, 30n, 30n],
      0n,
    ],
    ["gives whole steps, what is left over stays", plain(107n, [300n, 100n], { step: 10n }), [80n, 20n], 7n],
    [
      "gives nobody less than the smallest gift",
      plain(100n, [300n, 200n, 60n], { floor: 30n }),
      [60n, 40n, 0n],
      0n,
    ],
    [
      "gives nothing where it is below the smallest gift",
      plain(20n, [300n, 200n], { floor: 30n }),
      [0n, 0n],
      20n,
    ],
    [
      "gives a tail whose gaps are below the smallest gift nothing",
      plain(100n, [300n, 29n], { floor: 30n }),
      [100n, 0n],
      0n,
    ],
    ["splits nothing", plain(0n, [300n]), [0n], 0n],
    ["has nothing to split over", plain(100n, []), [], 100n],
  ])("%s", (_, given, gifts, reserve) => {
    const plan = planned(given);
    expect(giftsOf(plan)).toEqual(gifts);
    expect(plan.reserveMinor).toBe(reserve);
  });

  test("takes locked lines off first, whether they are above their gap or nothing", () => {
    const plan = planned({
      ...plain(100n, []),
      lines: [
        { gap: 10n, locked: 40n },
        { gap: 500n, locked: 0n },
        { gap: 200n },
        { gap: 100n, leftOut: true },
        { gap: 100n },
        { gap: 0n },
      ],
    });
    expect(giftsOf(plan)).toEqual([40n, 0n, 40n, 0n, 20n, 0n]);
    expect(words(plan)).toEqual(["locked", "locked", "by-gap", "left-out", "by-gap", "no-gap"]);
    expect([plan.lockedMinor, plan.proposedMinor, plan.reserveMinor]).toEqual([40n, 60n, 0n]);
  });

  test("says of each line why it gets what it gets", () => {
    const plan = planned(plain(90n, [800n, 60n, 50n, 5n], { cap: 50n, floor: 30n }));
    expect(giftsOf(plan)).toEqual([50n, 40n, 0n, 0n]);
    expect(words(plan)).toEqual(["capped", "by-gap", "budget-used", "below-smallest-gift"]);
  });

  test("is none where more is locked than there is, and says how much", () => {
    const lines = [
      { gap: 10n, locked: 70n },
      { gap: 10n, locked: 50n },
    ];
    expect(planGifts({ ...plain(100n, []), lines })).toEqual({
      error: "locked-above-budget",
      lockedMinor: 120n,
    });
  });

  test.each([{ step: 0n }, { floor: -1n }, { cap: -1n }, { budget: -1n }])("is none with %o", (more) => {
    expect(planGifts({ ...plain(100n, [10n]), ...more })).toMatchObject({ error: "bad-setting" });
  });
});

describe("whatever the gaps, decisions and settings", () => {
  test("locked, proposed and reserve sum to the budget, and the gifts to the first two", () => {
    always(({ budget }, plan) => {
      expect(plan.lockedMinor + plan.proposedMinor + plan.reserveMinor).toBe(budget);
      expect(sum(giftsOf(plan))).toBe(plan.lockedMinor + plan.proposedMinor);
      expect(plan.reserveMinor >= 0n).toBe(true);
    });
  });

  test("what nobody locked is whole steps, within gap and cap, and nothing or at least the smallest gift", () => {
    always(({ lines, cap, floor, step }, plan) => {
      plan.gifts.forEach(({ gift, reason }, place) => {
        const { gap, locked, leftOut } = lines[place] ?? { gap: 0n };
        if (locked !== undefined) {
          expect([gift, reason]).toEqual([locked, "locked"]);
          return;
        }
        expect(gift % step).toBe(0n);
        expect(gift <= gap && (cap === null || gift <= cap)).toBe(true);
        expect(gift === 0n || gift >= floor).toBe(true);
        if (leftOut === true) expect(gift).toBe(0n);
      });
    });
  });

  test("a smallest gift is left over only where every line that could take one is full", () => {
    always(({ lines, cap, floor, step }, plan) => {
      const smallest = floor > step ? ((floor + step - 1n) / step) * step : step;
      if (plan.reserveMinor < smallest) return;
      plan.gifts.forEach(({ gift, reason }, place) => {
        const gap = lines[place]?.gap ?? 0n;
        const most = ((cap !== null && cap < gap ? cap : gap) / step) * step;
        if (reason === "by-gap" || reason === "capped" || reason === "budget-used") expect(gift).toBe(most);
      });
    });
  });

  test("a larger gap never gets less than a smaller one", () => {
    always(({ lines }, plan) => {
      const open = plan.gifts.flatMap(({ gift, reason }, place) =>
        reason === "locked" || reason === "left-out" ? [] : [{ gift, gap: lines[place]?.gap ?? 0n }],
      );
      open.sort((one, other) => (one.gap > other.gap ? -1 : 1));
      open.forEach(({ gift, gap }, place) => {
        const next = open[place + 1];
        if (next !== undefined && gap > next.gap) expect(gift >= next.gift).toBe(true);
      });
    });
  });

  test("more budget never lowers what is given, and takes nobody out", () => {
    fc.assert(
      fc.property(input, fc.bigInt({ min: 1n, max: 9000n }), (given, more) => {
        const [plan, richer] = [planGifts(given), planGifts({ ...given, budget: given.budget + more })];
        if ("error" in plan || "error" in richer) return;
        expect(richer.proposedMinor >= plan.proposedMinor).toBe(true);
        plan.gifts.forEach(({ gift }, place) => {
          if (gift > 0n) expect((richer.gifts[place]?.gift ?? 0n) > 0n).toBe(true);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test("the same input gives the same, and another scale the same in that scale", () => {
    fc.assert(
      fc.property(input, fc.bigInt({ min: 2n, max: 1000n }), (given, factor) => {
        const plan = planGifts(given);
        expect(planGifts(given)).toEqual(plan);
        if ("error" in plan) return;
        const scaled = planned({
          budget: given.budget * factor,
          floor: given.floor * factor,
          cap: given.cap === null ? null : given.cap * factor,
          step: given.step * factor,
          lines: given.lines.map(({ gap, locked, leftOut }) => ({
            gap: gap * factor,
            locked: locked === undefined ? undefined : locked * factor,
            leftOut,
          })),
        });
        expect(giftsOf(scaled)).toEqual(giftsOf(plan).map((gift) => gift * factor));
        expect(words(scaled)).toEqual(words(plan));
      }),
    );
  });

  test("a line that is locked at what it gets keeps that, within the budget", () => {
    always((given, plan) => {
      const place = plan.gifts.findIndex(({ reason }) => reason === "by-gap");
      if (place === -1) return;
      const gift = plan.gifts[place]?.gift;
      const lines = given.lines.map((line, index) => (index === place ? { ...line, locked: gift } : line));
      const again = planned({ ...given, lines });
      expect(again.gifts[place]).toEqual({ gift, reason: "locked" });
      expect(sum(giftsOf(again)) <= given.budget).toBe(true);
    });
  });

  test("ten thousand lines are split within a moment", () => {
    const lines = Array.from({ length: 10_000 }, (_, place) => ({
      gap: BigInt(1 + ((place * 7919) % 500_000)),
    }));
    const begun = performance.now();
    const plan = planned({ budget: 8_000_000n, floor: 5000n, cap: 400_000n, step: 5000n, lines });
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(plan.lockedMinor + plan.proposedMinor + plan.reserveMinor).toBe(8_000_000n);
  });
});
