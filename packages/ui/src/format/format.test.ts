import { describe, expect, test } from "vitest";
import {
  amountFigure,
  axisFigure,
  cardinal,
  change,
  count,
  dayName,
  longDayName,
  duration,
  fairShareWord,
  fileSize,
  money,
  monthsFigure,
  percent,
  percentFigure,
  periodName,
  periodShort,
  ratioFigure,
  unknownReason,
} from "./index.ts";

describe("shares", () => {
  test.each([
    [0.3837, 0, "38\u202f%"],
    [1, 0, "100\u202f%"],
    [0, 1, "0\u202f%"],
    [0.981, 1, "98.1\u202f%"],
  ])("%d with %d decimals is said as %s", (share, digits, text) => {
    expect(percent(share, digits)).toBe(text);
  });

  test.each([
    [0.1984, "19.8"],
    [0.00004, "<0.1"],
    [0.0006, "0.1"],
    [0, "0"],
  ])("%d stands in a table as %s, so that little is never nothing", (share, text) => {
    expect(percentFigure(share)).toBe(text);
  });

  test("that is below zero by the error of a sum has no sign", () => {
    expect(percentFigure(-1e-12)).toBe("0.0");
  });
});

describe("money", () => {
  test.each([
    ["18095.24", "18,095"],
    ["0", "0"],
    ["0.00", "0"],
    ["0.31", "<1"],
    ["2.50", "2"],
    ["3.50", "4"],
    ["0.999", "1"],
    ["-1250.75", "−1,251"],
    ["90071992547409931.00", "90,071,992,547,409,931"],
  ])("%s is printed %s, exact to the last unit, ties to the even one", (amount, text) => {
    expect(amountFigure(amount)).toBe(text);
  });

  test("stands in prose with its code before it", () => {
    expect(money({ amount: "81318.00", currency: "USD" })).toBe("USD\u00a081,318");
  });

  test.each([
    [14_000, "14 k"],
    [850, "850"],
    [29_523.8, "29.5 k"],
    [2_000_000, "2 M"],
  ])("an axis to %d ends at %s", (units, text) => {
    expect(axisFigure(units)).toBe(text);
  });
});

describe("time", () => {
  test.each([
    [135, "2:15"],
    [0, "0"],
    [45, "0:45"],
    [7_200, "120:00"],
    [-90, "−1:30"],
    [600_000, "10,000:00"],
  ])("%d minutes are %s", (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  test("a day of this year is printed without its year", () => {
    expect(dayName("2026-11-08", 2026)).toBe("8 Nov");
    expect(dayName("2025-11-08", 2026)).toBe("8 Nov 2025");
    expect(longDayName("2026-11-19")).toBe("Thursday 19 November 2026");
  });

  test.each([
    ["ttm", "2026-11-18", "Twelve months to 18 Nov 2026"],
    ["2026", undefined, "2026"],
    ["2026-Q3", undefined, "Third quarter 2026"],
    ["2026-07", undefined, "July 2026"],
    ["fy2026", undefined, "Fiscal year 2026"],
    ["2026-03..2026-08", undefined, "March 2026 to August 2026"],
  ])("the period %s to %s is titled %s", (period, lastDay, text) => {
    expect(periodName(period, lastDay)).toBe(text);
  });
});

test.each([
  ["ttm", "12 months"],
  ["2026-Q3", "Q3 2026"],
  ["2026-07", "Jul 2026"],
  ["2024-11..2025-10", "to Oct 2025"],
  ["2026", "2026"],
])("on a phone the period %s is %s", (period, text) => {
  expect(periodShort(period)).toBe(text);
});

describe("ratios", () => {
  test.each([
    [4.4315, "4.43"],
    [0, "0"],
    [0.001, "<0.01"],
    [12.34, "12.3"],
    [1234.5, "1,235"],
  ])("%d is printed %s", (ratio, text) => {
    expect(ratioFigure(ratio)).toBe(text);
  });

  test.each([
    [0, "nothing"],
    [-0.2, "nothing"],
    [0.1, "little"],
    [0.4999, "little"],
    [0.5, "about our share"],
    [1.5, "about our share"],
    [1.51, "more"],
  ])("a fair share met by %d is %s", (met, word) => {
    expect(fairShareWord(met)).toBe(word);
  });

  test("an unknown value says its reason, also one that has no words yet", () => {
    expect(unknownReason("no-usage")).toBe("not in our inventory");
    expect(unknownReason("rate-expired")).toBe("rate expired");
    expect(unknownReason(undefined)).toBe("unknown");
  });
});

test("things, months, files and changes are counted", () => {
  expect(count(10_000)).toBe("10,000");
  expect(cardinal(3)).toBe("three");
  expect(cardinal(12)).toBe("12");
  expect(monthsFigure(9.244)).toBe("9.2");
  expect(fileSize(17_100_000)).toBe("17.1 MB");
  expect(fileSize(999_600)).toBe("1.0 MB");
  expect(change(12, 3, 40)).toBe("+12 −3 ↑40");
  expect(change(0, 0, 0)).toBe("no change");
});
