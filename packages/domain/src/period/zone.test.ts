import { describe, expect, it } from "vitest";
import { dayOfInstant, isTimeZone, parseInstant, todayIn } from "./index.ts";

describe("the day of an instant", () => {
  it.each([
    ["2026-08-12T00:00:00Z", "UTC", "2026-08-12"],
    ["2026-08-11T23:59:59.999Z", "UTC", "2026-08-11"],
    ["2026-08-12T00:30:00Z", "America/New_York", "2026-08-11"],
    ["2026-08-11T22:30:00Z", "Europe/Berlin", "2026-08-12"],
    // Berlin leaves summer time at 01:00 UTC: midnight is 22:00 UTC the day before and 23:00 UTC the day after.
    ["2026-10-24T22:30:00Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T22:30:00Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"],
    // New York enters summer time: 04:59 UTC is still the day before, 04:00 UTC a day later no longer is.
    ["2026-03-08T04:59:00Z", "America/New_York", "2026-03-07"],
    ["2026-03-09T04:00:00Z", "America/New_York", "2026-03-09"],
    ["2026-03-08T04:00:00Z", "America/New_York", "2026-03-07"],
    // Samoa skipped 30 December 2011.
    ["2011-12-30T09:59:00Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    // Lord Howe moves by half an hour, Kathmandu stands at +05:45.
    ["2026-04-04T13:15:00Z", "Australia/Lord_Howe", "2026-04-05"],
    ["2026-08-11T18:15:00Z", "Asia/Kathmandu", "2026-08-12"],
    ["2026-08-11T18:14:59Z", "Asia/Kathmandu", "2026-08-11"],
    ["2026-01-01T11:00:00Z", "Pacific/Kiritimati", "2026-01-02"],
    ["2026-01-01T01:00:00+02:00", "UTC", "2025-12-31"],
    ["2024-02-29T23:30:00-01:00", "UTC", "2024-03-01"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(dayOfInstant(instant, zone)).toBe(expected);
    const millis = parseInstant(instant);
    if (millis === null) expect.fail("an instant");
    expect(todayIn(zone, millis)).toBe(expected);
    expect(todayIn(zone, new Date(millis))).toBe(expected);
  });

  it.each([
    "2026-08-12",
    "2026-08-12T10:00:00",
    "2026-02-30T00:00:00Z",
    "2026-08-12T24:00:00Z",
    "2026-08-12T10:60:00Z",
    "2026-08-12T10:00:00+15:00",
    "0000-01-01T00:00:00Z",
    "9999-01-01T00:00:00Z",
    "yesterday",
    "12 Aug 2026 10:00 UTC",
    "",
  ])("refuses %j, which names no instant everywhere", (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(() => dayOfInstant(text, "UTC")).toThrow(RangeError);
  });

  it("knows which zones there are", () => {
    expect(isTimeZone("Europe/Berlin")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
    expect(() => todayIn("Mars/Olympus", 0)).toThrow(RangeError);
  });
});
