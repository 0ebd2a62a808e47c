import { parseDay } from "@headwater/domain/period";
import { expect, test } from "vitest";
import { lastCompleteQuarter, neighbour, usualPeriods } from "./period.ts";

const today = parseDay("2026-11-18");
if (today === null) throw new Error("not a day");
const calendar = { today, fiscalYearStart: 1 };
const fromApril = { today, fiscalYearStart: 4 };

test.each([
  ["2026-Q3", -1, "2026-Q2"],
  ["2026-Q3", 1, "2026-Q4"],
  ["2026-Q4", 1, null],
  ["2026-Q1", -1, "2025-Q4"],
  ["2026-01", -1, "2025-12"],
  ["2025", 1, "2026"],
  ["2026", 1, null],
  ["ttm", -1, "2024-11..2025-10"],
  ["ttm", 1, null],
  ["2024-11..2025-10", 1, "ttm"],
  ["2026-07-04", 1, null],
] as const)("beside %s, %i period on, lies %s", (period, direction, expected) => {
  expect(neighbour(period, direction, calendar)).toBe(expected);
});

test("offers the trailing year first, then years, then the quarters up to now", () => {
  expect(usualPeriods(calendar)).toEqual(["ttm", "2026", "2025", "2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"]);
});

test("fiscal years step by themselves, and are offered where they are not calendar years", () => {
  expect(neighbour("fy2025", 1, fromApril)).toBe("fy2026");
  expect(neighbour("fy2026", 1, fromApril)).toBeNull();
  expect(neighbour("fy2026", -1, fromApril)).toBe("fy2025");
  expect(usualPeriods(fromApril)).toEqual([
    "ttm",
    "fy2026",
    "fy2025",
    "2026",
    "2026-Q4",
    "2026-Q3",
    "2026-Q2",
    "2026-Q1",
  ]);
});

test.each([
  ["2026-11-18", "2026-Q3"],
  ["2026-01-01", "2025-Q4"],
  ["2026-03-31", "2025-Q4"],
  ["2026-04-01", "2026-Q1"],
])("on %s the last complete quarter is %s", (today, quarter) => {
  expect(lastCompleteQuarter(today)).toBe(quarter);
});
