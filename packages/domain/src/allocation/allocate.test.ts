import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, allocateEqually } from "./index.ts";

const total = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 60 });
const sum = (parts: readonly bigint[]): bigint => parts.reduce((left, right) => left + right, 0n);

describe("a split by largest remainder", () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [101n, [1n, 1n, 1n], [34n, 34n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [10n, [3n, 3n, 1n], [4n, 4n, 2n]],
    [1n, [1n, 2n, 2n], [0n, 1n, 0n]],
    [7n, [0n, 1n, 0n], [0n, 7n, 0n]],
    [0n, [5n, 5n], [0n, 0n]],
    [240n, [1n], [240n]],
    [
      8_000_000n,
      [1984n, 2262n, 1429n, 3690n, 635n],
      [1_587_200n, 1_809_600n, 1_143_200n, 2_952_000n, 508_000n],
    ],
  ])("of %s over %s is %s", (whole, over, parts) => {
    expect(allocate(whole, over)).toEqual(parts);
  });

  it.each([[[]], [[0n]], [[0n, 0n]], [[1n, -1n]], [[3n, -1n]]])("over %s has nothing to split by", (over) => {
    expect(allocate(100n, over)).toBeNull();
    expect(allocate(0n, over)).toBeNull();
  });

  it("sums to the whole exactly, each part within one of its share and none for a weight of zero", () => {
    fc.assert(
      fc.property(total, weights, (whole, over) => {
        const parts = allocate(whole, over);
        if (parts === null) {
          expect(sum(over)).toBe(0n);
          return;
        }
        expect(sum(parts)).toBe(whole);
        parts.forEach((part, index) => {
          const weight = over[index] ?? 0n;
          const difference = part * sum(over) - whole * weight;
          expect(difference > -sum(over) && difference < sum(over)).toBe(true);
          if (weight === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });

  it("mirrors a negative whole", () => {
    fc.assert(
      fc.property(total, weights, (whole, over) => {
        expect(allocate(-whole, over)).toEqual(allocate(whole, over)?.map((part) => -part) ?? null);
      }),
    );
  });

  it("gives a heavier part never less, and equal parts the earlier one first", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), weights, (whole, over) => {
        const parts = allocate(whole, over) ?? [];
        for (let left = 0; left < parts.length; left += 1) {
          for (let right = left + 1; right < parts.length; right += 1) {
            const at = (list: readonly bigint[], place: number): bigint => list[place] ?? 0n;
            const [a, b] = [at(over, left), at(over, right)];
            const [x, y] = [at(parts, left), at(parts, right)];
            if (a > b) expect(x >= y).toBe(true);
            if (a < b) expect(x <= y).toBe(true);
            if (a === b) expect(x === y || x === y + 1n).toBe(true);
          }
        }
      }),
    );
  });

  it("changes nothing when all weights are scaled", () => {
    fc.assert(
      fc.property(total, weights, fc.bigInt({ min: 1n, max: 1000n }), (whole, over, factor) => {
        expect(
          allocate(
            whole,
            over.map((weight) => weight * factor),
          ),
        ).toEqual(allocate(whole, over));
      }),
    );
  });

  it("in equal parts is a split with equal weights", () => {
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 50 }), (whole, count) => {
        expect(allocateEqually(whole, count)).toEqual(
          allocate(
            whole,
            Array.from({ length: count }, () => 3n),
          ),
        );
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("in %d equal parts is none", (count) => {
    expect(allocateEqually(5n, count)).toBeNull();
  });
});
