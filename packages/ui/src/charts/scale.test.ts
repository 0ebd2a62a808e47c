import { describe, expect, test } from "vitest";
import { exact, fromZero, niceAxis } from "./scale.ts";
import { always } from "./testing/draws.ts";

describe("an axis", () => {
  test.each([
    [13_248, 5, [0, 4_000, 8_000, 12_000, 16_000]],
    [13_248, 3, [0, 10_000, 20_000]],
    [1.1, 4, [0, 0.4, 0.8, 1.2]],
    [165, 3, [0, 100, 200]],
    [0.3, 4, [0, 0.1, 0.2, 0.3]],
    [5, 5, [0, 2, 4, 6]],
    [1, 2, [0, 1]],
    [0, 5, [0, 1]],
    [5e-324, 5, [0, 1]],
    [1e15, 3, [0, 5e14, 1e15]],
    [Number.NaN, 5, [0, 1]],
  ])("that holds %d with at most %d ticks has them at %j", (most, atMost, ticks) => {
    expect(niceAxis(most, atMost).ticks).toEqual(ticks);
  });

  test("begins at zero, ends at or above the largest value by less than a step, and has no more ticks than asked", () => {
    always((draw) => {
      const most = draw.value(10 ** draw.whole(-3, 9)) + 1e-6;
      const atMost = draw.whole(2, 7);
      const { ticks, end } = niceAxis(most, atMost);
      const step = ticks[1] ?? 0;
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(end);
      expect(ticks.length).toBeLessThanOrEqual(atMost);
      expect(end).toBeGreaterThanOrEqual(exact(most));
      expect(end - most).toBeLessThan(step * (1 + 1e-9));
      for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(index * step, 9);
    });
  });
});

test("lengths are in proportion to values", () => {
  always((draw) => {
    const end = draw.value(1e6) + 1;
    const scale = fromZero(end, 600);
    const value = draw.value(end);
    expect(scale(0)).toBe(0);
    expect(scale(end)).toBeCloseTo(600, 6);
    expect(scale(2 * value)).toBeCloseTo(2 * scale(value), 6);
  });
});

test("with nothing to show everything is at zero", () => {
  expect(fromZero(0, 600)(12)).toBe(0);
});

test.each([
  [0.1 + 0.2, 0.3],
  [0.3 / 0.1, 3],
  [1e-7 * 3, 3e-7],
  [123_456_789.000_000_01, 123_456_789],
  [9e15, 9e15],
  [-0.7 - 0.1, -0.8],
  [0, 0],
])("%d is taken for %d", (dusty, value) => {
  expect(exact(dusty)).toBe(value);
});
