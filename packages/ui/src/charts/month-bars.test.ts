import { expect, test } from "vitest";
import { MONTH_BAR, monthBarsWidth, monthPaths } from "./month-bars.ts";
import { always } from "./testing/draws.ts";

test("the largest month fills the row, a month without giving is a dash, an unknown one a point", () => {
  expect(monthPaths([0, 50, null, 100])).toEqual({
    given: "M5 14v-7h3.5v7zM15 14v-14h3.5v14z",
    nothing: "M0 14v-1h3.5v1z",
    unknown: "M11.75 13h0",
  });
});

test("twelve months are 58.5 px wide", () => {
  expect(monthBarsWidth(12)).toBe(58.5);
  expect(monthBarsWidth(0)).toBe(0);
});

test("bars never touch, never leave the row, and are in proportion where they are higher than the least", () => {
  always((draw) => {
    const values = Array.from({ length: 12 }, () => draw.known(5_000));
    const most = Math.max(...values.map((value) => value ?? 0));
    const { given, nothing, unknown } = monthPaths(values);
    const bars = [...given.matchAll(/M([\d.]+) 14v-([\d.]+)h/g)].map(
      ([, x, high]) => [Number(x), Number(high)] as const,
    );
    expect(bars.length).toBe(values.filter((value) => (value ?? 0) > 0).length);
    expect(nothing.split("M").length - 1).toBe(values.filter((value) => value === 0).length);
    expect(unknown.split("M").length - 1).toBe(values.filter((value) => value === null).length);
    for (const [index, [x, high]] of bars.entries()) {
      expect((bars[index + 1]?.[0] ?? 1_000) - x).toBeGreaterThan(MONTH_BAR.width);
      expect(high).toBeLessThanOrEqual(MONTH_BAR.height);
      const value = values[x / MONTH_BAR.pitch] ?? 0;
      if (high > 1.5) expect(high / MONTH_BAR.height).toBeCloseTo(value / most, 2);
    }
  });
});
