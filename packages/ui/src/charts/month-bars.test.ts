import { expect, test } from "vitest";
import { MONTH_BAR, monthBars, monthBarsWidth } from "./month-bars.ts";
import { tickSizes, ticksWidth } from "./product-ticks.ts";
import { draws, seeds } from "./testing/draws.ts";

test("the largest month fills the row, a month without giving is a dash, an unknown one dots", () => {
  expect(monthBars([0, 50, null, 100])).toEqual([
    { x: 0, kind: "nothing", height: 0 },
    { x: 5, kind: "given", height: 7 },
    { x: 10, kind: "unknown", height: 0 },
    { x: 15, kind: "given", height: 14 },
  ]);
});

test("twelve months are 58.5 px wide", () => {
  expect(monthBarsWidth(12)).toBe(58.5);
  expect(monthBarsWidth(0)).toBe(0);
});

test("bars never touch, never leave the row, and are in proportion where they are higher than the least", () => {
  for (const seed of seeds) {
    const draw = draws(seed);
    const values = Array.from({ length: 12 }, () => draw.known(5_000));
    const bars = monthBars(values);
    const most = Math.max(...values.map((value) => value ?? 0));
    for (const [month, bar] of bars.entries()) {
      expect(bar.height).toBeLessThanOrEqual(MONTH_BAR.height);
      expect((bars[month + 1]?.x ?? Number.POSITIVE_INFINITY) - bar.x).toBeGreaterThan(MONTH_BAR.width);
      const value = values[month] ?? 0;
      if (bar.height > 1.5) expect(bar.height / MONTH_BAR.height).toBeCloseTo(value / most, 2);
      expect(bar.kind === "given").toBe(value > 0);
    }
  }
});

test("eight product ticks are 54 px wide, and forty still fit a column", () => {
  expect(ticksWidth(8)).toBe(54);
  expect(ticksWidth(40)).toBe(119);
  expect(ticksWidth(0)).toBe(0);
  expect(tickSizes(16)).toEqual({ width: 5, gap: 2 });
});
