import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ago,
  amountFigure,
  axisFigure,
  cardinal,
  change,
  clockTime,
  count,
  dayName,
  longDayName,
  duration,
  exactAmount,
  fairShareWord,
  fileSize,
  money,
  monthName,
  percent,
  percentFigure,
  periodName,
  periodShort,
  ratioFigure,
  setLanguage,
  unknownReason,
} from "./index.ts";

beforeAll(() => setLanguage("de"));
afterAll(() => setLanguage("en"));

test("German figures have a comma before their decimals and points between their thousands", () => {
  expect(count(10_000)).toBe("10.000");
  expect(amountFigure("18095.24")).toBe("18.095");
  expect(exactAmount("29523.81")).toBe("29.523,81");
  expect(percentFigure(0.1984)).toBe("19,8");
  expect(percentFigure(0.00004)).toBe("<0,1");
  expect(percent(0.3837)).toBe("38\u202f%");
  expect(ratioFigure(4.4315)).toBe("4,43");
  expect(ratioFigure(0.001)).toBe("<0,01");
  expect(axisFigure(13_400)).toBe("13,4 Tsd.");
  expect(fileSize(17_100_000)).toBe("17,1 MB");
  expect(duration(600_000)).toBe("10.000:00");
});

test("in a German sentence the currency follows the amount", () => {
  expect(money({ amount: "81318.00", currency: "USD" })).toBe("81.318\u00a0USD");
});

test.each([
  ["ttm", "Zwölf Monate bis 18. Nov. 2026", "12 Monate"],
  ["2026-Q3", "Drittes Quartal 2026", "Q3 2026"],
  ["2026-03", "März 2026", "März 2026"],
  ["fy2026", "Geschäftsjahr 2026", "GJ 2026"],
  ["2026-03..2026-08", "März 2026 bis August 2026", "bis Aug. 2026"],
])("the period %s is %s, on a phone %s", (period, title, short) => {
  expect(periodName(period, "2026-11-18")).toBe(title);
  expect(periodShort(period)).toBe(short);
});

test("days, months, words and reasons are German", () => {
  expect(dayName("2026-11-08", 2026)).toBe("8. Nov.");
  expect(longDayName("2026-11-19")).toBe("Donnerstag, 19. November 2026");
  expect(monthName("2026-07", "long", true)).toBe("Juli");
  expect(clockTime(new Date(2026, 0, 1, 20, 14).getTime())).toBe("20:14");
  expect(ago(0, 3 * 86_400_000)).toBe("vor 3 Tagen");
  expect(ago(0, 5 * 60_000)).toBe("vor 5 Minuten");
  expect(ago(0, 20_000)).toBe("in dieser Minute");
  expect(cardinal(3)).toBe("drei");
  expect(fairShareWord(0.7)).toBe("etwa unser Anteil");
  expect(unknownReason("no-target")).toBe("kein Ziel");
  expect(change(0, 0, 0)).toBe("keine Änderung");
});
