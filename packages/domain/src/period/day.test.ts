import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, epochDay, parseDay } from "./index.ts";
import { addYears, weekdayOf } from "./day.ts";
import { day } from "../testing/day.ts";

describe("a day", () => {
  it.each(["1900-01-01", "2024-02-29", "2000-02-29", "2026-12-31", "9998-12-31"])("accepts %s", (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1899-12-31",
    "9999-01-01",
    "0000-01-01",
    "2026-1-1",
    "2026/01/01",
    " 2026-01-01",
    "2026-01-01T00:00:00Z",
    "٢٠٢٦-٠١-٠١",
    "",
    "+2026-01-01",
  ])("refuses %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-03-01", 11_017],
    ["2024-02-29", 19_782],
    ["2026-08-12", 20_677],
  ])("counts %s as epoch day %i", (text, days) => {
    expect(epochDay(day(text))).toBe(days);
    expect(dayOf(days)).toBe(text);
  });

  it("agrees with the calendar of the language on every day from 1900 to 2200", () => {
    for (let days = epochDay(day("1900-01-01")); days <= epochDay(day("2200-12-31")); days += 1) {
      const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
      if (dayOf(days) !== text || epochDay(day(text)) !== days)
        expect.fail(`${days} is ${text}, not ${dayOf(days)}`);
    }
  });

  it("comes back after any number of days there and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: -500_000, max: 500_000 }),
        (from, by) => {
          const start = dayOf(from);
          fc.pre(from + by > -25_000);
          expect(addDays(addDays(start, by), -by)).toBe(start);
        },
      ),
    );
  });

  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2024-02-29", 1, "2024-03-01"],
    ["2025-12-31", 1, "2026-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["9998-12-31", 1, "9999-01-01"],
  ])("%s and %i days is %s", (from, by, to) => {
    expect(addDays(day(from), by)).toBe(to);
  });

  it.each([
    ["2024-02-29", 1, "2025-03-01"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2025-02-28", -1, "2024-02-28"],
    ["2026-12-31", -1, "2025-12-31"],
  ])("%s and %i years is %s", (from, by, to) => {
    expect(addYears(day(from), by)).toBe(to);
  });

  it.each([
    ["2026-08-09", 0],
    ["2026-08-12", 3],
    ["1969-12-27", 6],
  ])("%s falls on weekday %i", (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it("refuses to leave the calendar of the product", () => {
    expect(() => addDays(day("1900-01-01"), -1)).toThrow(RangeError);
    expect(() => dayOf(0.5)).toThrow(RangeError);
    expect(() => dayOf(Number.NaN)).toThrow(RangeError);
  });
});
