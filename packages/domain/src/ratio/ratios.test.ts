import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known, unknown } from "../known/index.ts";
import { day } from "../testing/day.ts";
import { valueOf } from "../testing/known.ts";
import type { ProjectGiving, RatioInput } from "./input.ts";
import { inLargestGapOrder, ratiosOf } from "./ratios.ts";
import type { RatioRow, Ratios } from "./result.ts";

describe("ratios of a project", () => {
  test("refunds make the amount negative, while shares count it as nothing and the gap grows", () => {
    const { rows, summary } = ratiosOf(
      input({ a: 0.5, b: 0.5 }, [cash("a", -1000n), cash("b", 3000n)], 10_000n),
    );
    expect(row(rows, "a")).toMatchObject({
      giveBackMinor: -1000n,
      giveBackShare: known(0),
      gapMinor: known(6000n),
      fairShareMet: known(-0.2),
    });
    expect(row(rows, "b").giveBackShare).toEqual(known(1));
    expect(summary.giveBackMinor).toBe(2000n);
    expect(summary.giveBackOfTarget).toEqual(known(0.2));
    expect(summary.alignment).toEqual(known(0.5));
  });

  test("without anything given shares and ratios are unknown, and nothing is met", () => {
    const { rows, summary } = ratiosOf(input({ a: 1 }, [], 10_000n));
    expect(row(rows, "a")).toMatchObject({
      ratio: unknown("no-give-back"),
      fairShareMet: known(0),
      gapMinor: known(10_000n),
    });
    expect(summary).toMatchObject({
      alignment: unknown("no-give-back"),
      concentration: unknown("no-give-back"),
      giveBackOfTarget: known(0),
      coverage: known(0),
    });
  });

  test("only refunds are no give-back either", () => {
    expect(row(ratiosOf(input({ a: 1 }, [cash("a", -5n)], 100n)).rows, "a").ratio).toEqual(
      unknown("no-give-back"),
    );
  });

  test("what is used and got nothing has the ratio 0", () => {
    expect(row(ratiosOf(input({ a: 0.5, b: 0.5 }, [cash("a", 1n)])).rows, "b").ratio).toEqual(known(0));
  });

  test("giving beyond our inventory counts in totals, not in alignment, and is no part of the tail", () => {
    const { rows, summary } = ratiosOf(input({ a: 1 }, [cash("a", 1000n), cash("z", 1000n)], 10_000n, 50n));
    expect(row(rows, "z")).toMatchObject({
      ratio: unknown("beyond-inventory"),
      fairShareMinor: known(0n),
      fairShareMet: unknown("no-fair-share"),
      tail: false,
    });
    expect(summary.giveBackMinor).toBe(2000n);
    expect(summary.alignment).toEqual(known(0.5));
  });

  test("a project of which every row lacks a rate has an unknown ratio, and its rows are counted", () => {
    const unvalued = { ...cash("a", 0n), minutes: 90, valuedRows: 0, unknownRows: 2 };
    const { rows, summary } = ratiosOf(input({ a: 0.5, b: 0.5 }, [unvalued, cash("b", 100n)], 10_000n));
    expect(row(rows, "a")).toMatchObject({
      ratio: unknown("no-valued-rows"),
      giveBackShare: unknown("no-valued-rows"),
      unknownRows: 2,
      gapMinor: known(5000n),
    });
    expect(summary.unknownRows).toBe(2);
    // An hour of work covers the project whatever it is worth.
    expect(summary.coverage).toEqual(known(1));
  });

  test("some rows without a rate leave the ratio to the others", () => {
    const partly = { ...cash("a", 100n), unknownRows: 1 };
    expect(row(ratiosOf(input({ a: 1 }, [partly])).rows, "a").ratio).toEqual(known(1));
  });

  test("without a target nothing is said of fair shares, while ratios stand", () => {
    const { rows, tail, summary } = ratiosOf({
      ...input({ a: 1 }, [cash("a", 5n)]),
      target: unknown("no-target"),
    });
    const none = unknown("no-target");
    expect(row(rows, "a")).toMatchObject({
      ratio: known(1),
      fairShareMinor: none,
      fairShareMet: none,
      gapMinor: none,
      tail: false,
    });
    expect(tail).toMatchObject({ projects: 0, fairShareMinor: none });
    expect(summary).toMatchObject({
      giveBackOfTarget: none,
      gapMinor: none,
      monthsBehind: none,
      coverage: none,
      alignment: known(1),
    });
  });

  test("a target of nothing has no parts", () => {
    expect(ratiosOf(input({ a: 1 }, [cash("a", 5n)], 0n)).summary).toMatchObject({
      giveBackOfTarget: unknown("zero-target"),
      monthsBehind: unknown("zero-target"),
    });
  });

  test("a target without usage cannot be split", () => {
    expect(row(ratiosOf(input({}, [cash("a", 5n)], 100n)).rows, "a").fairShareMinor).toEqual(
      unknown("no-usage"),
    );
  });

  test("a project that the company controls has no row, whatever was given to it", () => {
    const { rows, summary } = ratiosOf({
      ...input({ a: 1 }, [cash("a", 5n), cash("ours", 900n)]),
      controlled: new Set(["ours"]),
    });
    expect(rows.map((one) => one.projectId)).toEqual(["a"]);
    expect(summary.giveBackMinor).toBe(5n);
  });
});

describe("the tail", () => {
  // Shares of 10,000: a 9,000 · b 600 · c 400; the smallest gift of 1,000 puts b and c into the tail.
  const used = { a: 0.9, b: 0.06, c: 0.04 };

  test("is one line with its own fair share and gap, and its projects keep their rows", () => {
    const { rows, tail, summary } = ratiosOf(
      input(used, [cash("a", 9000n), cash("b", 800n)], 10_000n, 1000n),
    );
    expect(rows.map((one) => one.tail)).toEqual([false, true, true]);
    expect(tail).toMatchObject({
      projects: 2,
      fairShareMinor: known(1000n),
      giveBackMinor: 800n,
      gapMinor: known(200n),
      fairShareMet: known(0.8),
    });
    // c alone lacks 400, but b has 200 more than its share: together 200 are missing.
    expect(summary.gapMinor).toEqual(known(200n));
    expect(valueOf(summary.coverage)).toBeCloseTo(0.9 + 0.1 * 0.8, 15);
  });

  test("receives what was given to it as a whole", () => {
    const whole = {
      ...input(used, [cash("a", 9000n)], 10_000n, 1000n),
      toTail: { cashMinor: 1500n, inKindMinor: 0n, unknownRows: 1 },
    };
    const { tail, summary } = ratiosOf(whole);
    expect(tail).toMatchObject({
      giveBackMinor: 1500n,
      gapMinor: known(0n),
      fairShareMet: known(1.5),
      unknownRows: 1,
    });
    expect(summary).toMatchObject({
      giveBackMinor: 10_500n,
      cashMinor: 10_500n,
      gapMinor: known(0n),
      unknownRows: 1,
    });
    expect(valueOf(summary.coverage)).toBeCloseTo(1, 15);
    expect(valueOf(summary.alignment)).toBeCloseTo(9000 / 10_500 + 0.1, 15);
    expect(valueOf(summary.concentration).hhi).toBeCloseTo((9000 / 10_500) ** 2, 15);
  });
});

describe("the company's line", () => {
  test("pooled money counts for the company and for no project", () => {
    const pooled = {
      ...input({ a: 1 }, [cash("a", 100n)], 1000n),
      pooled: { cashMinor: 300n, inKindMinor: 0n, unknownRows: 2 },
    };
    const { rows, summary } = ratiosOf(pooled);
    expect(row(rows, "a").giveBackShare).toEqual(known(1));
    expect(summary).toMatchObject({
      giveBackMinor: 100n,
      pooledMinor: 300n,
      giveBackOfTarget: known(0.4),
      unknownRows: 2,
    });
  });

  test.each([
    { minutes: 59, given: 0n, covered: 0 },
    { minutes: 60, given: 0n, covered: 1 },
    { minutes: 0, given: 49n, covered: 0 },
    { minutes: 0, given: 50n, covered: 1 },
  ])(
    "$minutes minutes and $given minor units cover $covered of usage where the smallest gift is 50",
    ({ minutes, given, covered }) => {
      const { summary } = ratiosOf(input({ a: 1 }, [{ ...cash("a", given), minutes }], 1000n, 50n));
      expect(summary.coverage).toEqual(known(covered));
    },
  );

  test("months behind count by days where the period is no full year", () => {
    const quarter = {
      ...input({ a: 1 }, [], 3000n),
      period: { start: day("2026-07-01"), end: day("2026-10-01") },
    };
    expect(ratiosOf(quarter).summary.monthsBehind).toEqual(known(92 / 30.4375));
    expect(ratiosOf(input({ a: 1 }, [], 3000n)).summary.monthsBehind).toEqual(known(12));
  });

  test("fair shares sum to the target, and no order of the input changes a figure", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const ratios = ratiosOf(given);
        const used = [...given.usage.values()].some((use) => use.usageShare > 0);
        const fairShares = ratios.rows.map((one) =>
          one.fairShareMinor.known ? one.fairShareMinor.value : 0n,
        );
        expect(fairShares.reduce((sum, share) => sum + share, 0n)).toBe(used ? valueOf(given.target) : 0n);
        const turned = {
          ...given,
          giving: given.giving.toReversed(),
          usage: new Map([...given.usage].toReversed()),
        };
        expect(ratiosOf(turned)).toEqual(ratios);
      }),
    );
  });

  test("shares of giving sum to one with the tail, alignment and coverage lie between nothing and all", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { rows, tail, summary } = ratiosOf(given);
        if (!summary.alignment.known) return;
        const outside = rows
          .filter((one) => !one.tail)
          .reduce((sum, one) => sum + (one.giveBackShare.known ? one.giveBackShare.value : 0), 0);
        expect(outside + valueOf(tail.giveBackShare)).toBeCloseTo(1, 12);
        for (const part of [summary.alignment, summary.coverage]) {
          expect(!part.known || (part.value >= 0 && part.value <= 1 + 1e-12)).toBe(true);
        }
      }),
    );
  });
});

test("projects are listed by the largest gap, then by usage, then by id", () => {
  const { rows } = ratiosOf(
    input({ c: 0.25, b: 0.25, a: 0.1, d: 0.4 }, [cash("d", 4000n), cash("a", 1000n)], 10_000n),
  );
  expect(inLargestGapOrder(rows).map((one) => one.projectId)).toEqual(["b", "c", "d", "a"]);
});

type Input = RatioInput<string>;

function input(
  used: Readonly<Record<string, number>>,
  giving: readonly ProjectGiving<string>[],
  targetMinor = 10_000n,
  smallestGiftMinor = 1n,
): Input {
  const none = { minutes: 0, giveBackMinor: 0n };
  return {
    period: { start: day("2026-01-01"), end: day("2027-01-01") },
    usage: new Map(Object.entries(used).map(([project, usageShare]) => [project, { usageShare, reach: 1 }])),
    giving,
    toTail: { cashMinor: 0n, inKindMinor: 0n, unknownRows: 0 },
    pooled: { cashMinor: 0n, inKindMinor: 0n, unknownRows: 0 },
    target: known(targetMinor),
    smallestGiftMinor,
    controlled: new Set(),
    byBasis: { logged: none, imported: none, estimated: none },
    pledge: { eligibleCashMinor: 0n, developers: unknown("no-headcount") },
  };
}

function cash(projectId: string, cashMinor: bigint): ProjectGiving<string> {
  return { projectId, minutes: 0, timeMinor: 0n, cashMinor, inKindMinor: 0n, valuedRows: 1, unknownRows: 0 };
}

function row(rows: Ratios<string>["rows"], projectId: string): RatioRow<string> {
  const found = rows.find((one) => one.projectId === projectId);
  if (found === undefined) throw new Error(`no row of ${projectId}`);
  return found;
}

const anyProject = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");

const anyInput: fc.Arbitrary<Input> = fc
  .record({
    parts: fc.uniqueArray(fc.tuple(anyProject, fc.integer({ min: 0, max: 1000 })), {
      selector: ([project]) => project,
    }),
    giving: fc.uniqueArray(fc.tuple(anyProject, fc.bigInt(-500n, 5000n), fc.nat(200)), {
      selector: ([project]) => project,
    }),
    target: fc.bigInt(0n, 100_000n),
    gift: fc.bigInt(0n, 20_000n),
    tail: fc.bigInt(-10n, 5000n),
  })
  .map(({ parts, giving, target, gift, tail }) => {
    const whole = parts.reduce((sum, [, part]) => sum + part, 0);
    const used = Object.fromEntries(
      parts.map(([project, part]) => [project, whole === 0 ? 0 : part / whole]),
    );
    const given = giving.map(([project, amount, minutes]) => ({ ...cash(project, amount), minutes }));
    return {
      ...input(used, given, target, gift),
      toTail: { cashMinor: tail, inKindMinor: 0n, unknownRows: 0 },
    };
  });
