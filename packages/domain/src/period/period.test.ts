import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../testing/day.ts";
import {
  addDays,
  dayOf,
  daysOf,
  fiscalYearOf,
  fiscalYearPeriod,
  monthOf,
  monthsOf,
  parseMonth,
  parsePeriod,
  periodOfMonth,
  printPeriod,
} from "./index.ts";

const context = { today: day("2026-08-12"), fiscalYearStart: 4 };

describe("a written period", () => {
  it.each([
    ["2026", "2026-01-01", "2027-01-01", 365],
    ["2024", "2024-01-01", "2025-01-01", 366],
    ["9998", "9998-01-01", "9999-01-01", 365],
    ["2026-Q1", "2026-01-01", "2026-04-01", 90],
    ["2026-q3", "2026-07-01", "2026-10-01", 92],
    ["2026-Q4", "2026-10-01", "2027-01-01", 92],
    ["2026-07", "2026-07-01", "2026-08-01", 31],
    ["2026-12", "2026-12-01", "2027-01-01", 31],
    ["2024-02", "2024-02-01", "2024-03-01", 29],
    ["fy2026", "2026-04-01", "2027-04-01", 365],
    ["FY2023", "2023-04-01", "2024-04-01", 366],
    ["2026-03..2026-08", "2026-03-01", "2026-09-01", 184],
    ["2025-11..2026-02", "2025-11-01", "2026-03-01", 120],
    ["2026-03-05..2026-08-01", "2026-03-05", "2026-08-02", 150],
    ["2026-03-05..2026-03-05", "2026-03-05", "2026-03-06", 1],
    ["2026-03-05", "2026-03-05", "2026-03-06", 1],
    ["2025..2026-Q1", "2025-01-01", "2026-04-01", 455],
    [" 2026-03 .. 2026-08 ", "2026-03-01", "2026-09-01", 184],
    ["ttm", "2025-08-13", "2026-08-13", 365],
    ["TTM", "2025-08-13", "2026-08-13", 365],
  ])("%s runs from %s until before %s, %i days", (text, start, end, days) => {
    const period = parsePeriod(text, context);
    expect(period).toEqual({ start, end });
    if ("start" in period) expect(daysOf(period)).toBe(days);
  });

  it.each([
    ["", "bad-period"],
    ["last year", "bad-period"],
    ["2026-Q5", "bad-period"],
    ["2026-7", "bad-period"],
    ["2026..", "bad-period"],
    ["..2026", "bad-period"],
    ["2026..2027..2028", "bad-period"],
    ["ttm..2026", "bad-period"],
    ["20266", "bad-period"],
    ["2026-13", "impossible-day"],
    ["2026-00", "impossible-day"],
    ["2026-02-30..2026-03-01", "impossible-day"],
    ["2025-02-29", "impossible-day"],
    ["2026-08..2026-03", "period-ends-before-start"],
    ["2026-08-02..2026-08-01", "period-ends-before-start"],
    ["0000", "period-out-of-range"],
    ["1899", "period-out-of-range"],
    ["9999", "period-out-of-range"],
    ["fy9998", "period-out-of-range"],
    ["fy1800", "period-out-of-range"],
  ])("refuses %j as %s", (text, code) => {
    expect(parsePeriod(text, context)).toMatchObject({ error: { code } });
  });

  it("never throws and never answers an empty period", () => {
    const piece = fc.constantFrom(
      "ttm",
      "fy",
      "20",
      "26",
      "-",
      "Q",
      "3",
      "..",
      "02",
      "30",
      "9999",
      "0000",
      " ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const period = parsePeriod(pieces.join(""), context);
        if ("start" in period) expect(daysOf(period)).toBeGreaterThan(0);
        else expect(period.error.message).not.toBe("");
      }),
    );
  });

  it("reads back what it prints, as the same days", () => {
    const dayNumber = fc.integer({ min: -20_000, max: 2_000_000 });
    fc.assert(
      fc.property(dayNumber, fc.integer({ min: 1, max: 5_000 }), (start, length) => {
        const period = { start: dayOf(start), end: dayOf(start + length) };
        expect(parsePeriod(printPeriod(period), context)).toEqual(period);
      }),
    );
  });

  it.each(["2026", "2026-Q3", "2026-07", "2026-03..2026-08", "2026-03-05", "2026-03-05..2026-08-01"])(
    "prints %s as written",
    (text) => {
      const period = parsePeriod(text, context);
      expect("start" in period && printPeriod(period)).toBe(text);
    },
  );
});

describe("the trailing twelve months", () => {
  it.each([
    ["2026-08-12", "2025-08-13", "2026-08-13"],
    ["2025-12-31", "2025-01-01", "2026-01-01"],
    ["2026-01-01", "2025-01-02", "2026-01-02"],
    ["2024-02-28", "2023-03-01", "2024-02-29"],
    ["2024-02-29", "2023-03-01", "2024-03-01"],
    ["2024-03-01", "2023-03-02", "2024-03-02"],
    ["2025-02-28", "2024-03-01", "2025-03-01"],
    ["2025-03-01", "2024-03-02", "2025-03-02"],
    ["2024-12-30", "2023-12-31", "2024-12-31"],
  ])("on %s run from %s until before %s", (today, start, end) => {
    expect(parsePeriod("ttm", { ...context, today: day(today) })).toEqual({ start, end });
  });

  it("are a full year of twelve months on every day, and move by at most two days from one day to the next", () => {
    let previous: string | null = null;
    for (let today = day("1999-01-01"); today < day("2032-01-01"); today = addDays(today, 1)) {
      const period = parsePeriod("ttm", { ...context, today });
      if ("error" in period) throw new Error(period.error.message);
      expect(monthsOf(period)).toBe(12);
      if (previous !== null) expect(period.start >= previous).toBe(true);
      previous = period.start;
    }
  });

  it("are refused in the first year of the calendar", () => {
    expect(parsePeriod("ttm", { ...context, today: day("1900-05-01") })).toMatchObject({
      error: { code: "period-out-of-range" },
    });
  });
});

describe("months", () => {
  it.each([
    ["2026", 12],
    ["2024", 12],
    ["fy2026", 12],
    ["2025-03-15..2026-03-14", 12],
    ["2024-02-29..2025-02-28", 12],
    ["2026-07", 31 / 30.4375],
    ["2026-Q1", 90 / 30.4375],
    ["2025..2026", 730 / 30.4375],
    ["2026-01-01..2026-12-30", 364 / 30.4375],
    ["2025-01-02..2026-01-02", 366 / 30.4375],
  ])("of %s are %d", (text, months) => {
    const period = parsePeriod(text, context);
    expect("start" in period && monthsOf(period)).toBe(months);
  });

  it("are written as year and month", () => {
    expect(monthOf(day("2026-08-12"))).toBe("2026-08");
    expect(parseMonth("2026-08")).toBe("2026-08");
    expect(parseMonth("2026-13")).toBeNull();
    expect(parseMonth("2026-8")).toBeNull();
    expect(parseMonth("9999-01")).toBeNull();
    expect(periodOfMonth(monthOf(day("2026-12-31")))).toEqual({ start: "2026-12-01", end: "2027-01-01" });
  });
});

describe("a fiscal year", () => {
  it.each([
    ["2026-08-12", 1, 2026, "2026-01-01", "2027-01-01"],
    ["2026-03-31", 4, 2025, "2025-04-01", "2026-04-01"],
    ["2026-04-01", 4, 2026, "2026-04-01", "2027-04-01"],
    ["2026-12-31", 12, 2026, "2026-12-01", "2027-12-01"],
    ["2024-02-29", 3, 2023, "2023-03-01", "2024-03-01"],
  ])("of %s, begun in month %i, is that of %i", (text, fiscalYearStart, year, start, end) => {
    expect(fiscalYearOf(day(text), fiscalYearStart)).toEqual({ year, start, end });
    expect(fiscalYearPeriod(year, fiscalYearStart)).toEqual({ year, start, end });
  });
});
