import { parseDay } from "@headwater/domain/period";
import { describe, expect, test } from "vitest";
import { readTypedDay } from "./typed-day.ts";

/** A Thursday. */
const today = parseDay("2026-11-19");
if (today === null) throw new Error("a real day");

describe("on 19 November 2026", () => {
  test.each([
    ["today", "2026-11-19"],
    ["yesterday", "2026-11-18"],
    ["gestern", "2026-11-18"],
    ["mon", "2026-11-16"],
    ["Mo", "2026-11-16"],
    ["do", "2026-11-19"],
    ["-3d", "2026-11-16"],
    ["−3d", "2026-11-16"],
    ["12.8.", "2026-08-12"],
    ["12.8", "2026-08-12"],
    ["24.12.", "2025-12-24"],
    ["24.12.26", "2026-12-24"],
    ["1. 2. 2024", "2024-02-01"],
    ["2026-08-12", "2026-08-12"],
    ["2026-8-2", "2026-08-02"],
  ])("%s is %s", (typed, day) => {
    expect(readTypedDay(typed, today)).toEqual({ day });
  });

  test("a day after the end of its month is refused with the length of the month", () => {
    expect(readTypedDay("31.02.2026", today)).toEqual({ problem: "short-month", month: "2026-02", days: 28 });
    expect(readTypedDay("2024-02-30", today)).toEqual({ problem: "short-month", month: "2024-02", days: 29 });
  });

  test.each(["", "32.1.", "1.13.", "soon", "0.5.", "12"])("%j is no day", (typed) => {
    expect(readTypedDay(typed, today)).toEqual({ problem: "not-a-day" });
  });
});
