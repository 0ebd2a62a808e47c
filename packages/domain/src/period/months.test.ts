import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  monthParts,
  parsePeriod,
  periodBefore,
  periodYearBefore,
  type Day,
  type Period,
} from "./index.ts";

const period = (text: string, today = "2026-11-22"): Period => {
  const parsed = parsePeriod(text, { today: dayIn(today), fiscalYearStart: 1 });
  if ("error" in parsed) throw new Error(parsed.error.message);
  return parsed;
};
const dayIn = (text: string): Day => dayOf(Date.parse(text) / 86_400_000);

describe("a period in months", () => {
  test.each([
    ["2026-Q3", ["2026-07", "2026-08", "2026-09"]],
    ["2026-07", ["2026-07"]],
    ["2026-02..2026-03", ["2026-02", "2026-03"]],
  ])("%s has %j", (text, months) => {
    expect(monthParts(period(text)).map((part) => part.month)).toEqual(months);
  });

  test("of the twelve months up to today are twelve, each named after the month in which it ends", () => {
    const parts = monthParts(period("ttm"));
    expect(parts.map((part) => part.month.slice(5))).toEqual([
      "12",
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
      "10",
      "11",
    ]);
    expect(parts.at(0)?.period).toEqual({ start: "2025-11-23", end: "2025-12-23" });
    expect(parts.at(-1)?.period.end).toBe("2026-11-23");
  });

  test("follow each other without a gap, from its first day to its last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (epoch) => {
        const whole = period("ttm", dayOf(epoch));
        const parts = monthParts(whole);
        expect(parts[0]?.period.start).toBe(whole.start);
        expect(parts.at(-1)?.period.end).toBe(whole.end);
        for (const [index, part] of parts.entries()) {
          expect(part.period.start < part.period.end).toBe(true);
          if (index > 0) expect(part.period.start).toBe(parts[index - 1]?.period.end);
        }
        expect(parts.length).toBe(12);
      }),
    );
  });
});

test("the period before ends where the period begins and has as many months", () => {
  expect(periodBefore(period("2026-Q1"))).toEqual({ start: "2025-10-01", end: "2026-01-01" });
  expect(periodBefore(period("ttm"))).toEqual({ start: "2024-11-23", end: "2025-11-23" });
  expect(periodBefore({ start: dayIn("1900-01-01"), end: addDays(dayIn("1900-01-01"), 31) })).toBeNull();
});

test.each([
  ["2026-Q3", "2025-07-01", "2025-10-01"],
  ["2024", "2023-01-01", "2024-01-01"],
  ["2024-02", "2023-02-01", "2023-03-01"],
  ["ttm", "2024-11-23", "2025-11-23"],
])("the year before %s has the same days", (text, start, end) => {
  expect(periodYearBefore(period(text))).toEqual({ start, end });
});

test("a year before the calendar begins there is none", () => {
  expect(periodYearBefore({ start: dayIn("1900-01-01"), end: dayIn("1900-04-01") })).toBeNull();
});
