import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "../period/index.ts";
import { day } from "../testing/day.ts";
import { medianOf, weekOf } from "./index.ts";

describe("the week of a day", () => {
  it.each([
    ["2026-11-18", 1, "2026-11-16"],
    ["2026-11-22", 1, "2026-11-16"],
    ["2026-11-22", 7, "2026-11-22"],
    ["2026-11-18", 7, "2026-11-15"],
    ["2026-11-18", 6, "2026-11-14"],
    ["2026-01-01", 1, "2025-12-29"],
  ])("of %s, begun on weekday %i, begins on %s", (text, weekStart, first) => {
    expect(weekOf(day(text), weekStart)).toBe(first);
  });

  it("holds the day, and every day of it names the same week", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 7 }), (epoch, weekStart) => {
        const first = weekOf(dayOf(epoch), weekStart);
        for (let later = 0; later < 7; later += 1)
          expect(weekOf(addDays(first, later), weekStart)).toBe(first);
        expect(dayOf(epoch) >= first && dayOf(epoch) <= addDays(first, 6)).toBe(true);
      }),
    );
  });
});

describe("the usual minutes", () => {
  it.each([
    [[], null],
    [[45], 45],
    [[30, 45], 38],
    [[10, 500, 45], 45],
  ])("of %j are %j", (minutes, median) => {
    expect(medianOf(minutes)).toBe(median);
  });
});
