import { byLanguage, language, texts } from "./locale.ts";

const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** The names as the language writes them; short English ones have three letters and no point. */
const monthNames = byLanguage((locale) => ({
  long: months.map((month) => monthIn(locale, "long", month)),
  short: months.map((month) => monthIn(locale === "en" ? "en-US" : locale, "short", month)),
}));

/** With a day before it: alone, a short German month has no point. */
function monthIn(locale: string, month: "long" | "short", index: number): string {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" }).formatToParts(
    Date.UTC(2026, index, 15),
  );
  return parts.find(({ type }) => type === "month")?.value ?? "";
}

const words = texts(
  {
    day: (day: number, month: string) => `${day} ${month}`,
    quarter: (quarter: number, year: string) =>
      `${["First", "Second", "Third", "Fourth"][quarter - 1] ?? ""} quarter ${year}`,
    quarterShort: (quarter: number, year: string) => `Q${quarter} ${year}`,
    fiscalYear: (year: string) => `Fiscal year ${year}`,
    fiscalYearShort: (year: string) => `FY ${year}`,
    twelveMonths: "Twelve months",
    twelveMonthsTo: (day: string) => `Twelve months to ${day}`,
    twelveMonthsShort: "12 months",
    range: (from: string, to: string) => `${from} to ${to}`,
    until: (month: string) => `to ${month}`,
  },
  {
    day: (day, month) => `${day}. ${month}`,
    quarter: (quarter, year) =>
      `${["Erstes", "Zweites", "Drittes", "Viertes"][quarter - 1] ?? ""} Quartal ${year}`,
    quarterShort: (quarter, year) => `Q${quarter} ${year}`,
    fiscalYear: (year) => `Geschäftsjahr ${year}`,
    fiscalYearShort: (year) => `GJ ${year}`,
    twelveMonths: "Zwölf Monate",
    twelveMonthsTo: (day) => `Zwölf Monate bis ${day}`,
    twelveMonthsShort: "12 Monate",
    range: (from, to) => `${from} bis ${to}`,
    until: (month) => `bis ${month}`,
  },
);

/** A day `2026-11-18` → `18 Nov 2026`, in German `18. Nov. 2026`; of the year that is passed as the current one, `18 Nov`. */
export function dayName(day: string, currentYear?: number): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return day;
  const [, year = "", month = "", date = ""] = parts;
  const short = words().day(Number(date), monthNames().short[Number(month) - 1] ?? month);
  return Number(year) === currentYear ? short : `${short} ${year}`;
}

const longDays = byLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "full", timeZone: "UTC" }),
);

/** A day with its weekday, `2026-11-19` → `Thursday 19 November 2026`, in German `Donnerstag, 19. November 2026`. */
export function longDayName(day: string): string {
  const long = longDays().format(Date.parse(`${day}T00:00:00Z`));
  return language() === "en" ? long.replace(",", "") : long;
}

const clock = byLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { hour: "2-digit", minute: "2-digit" }),
);

/** A moment in milliseconds as the reader's clock shows it, `20:14`. */
export function clockTime(moment: number): string {
  return clock().format(moment);
}

const relative = byLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago a moment was, both in milliseconds: `3 days ago`, `yesterday`, `in this minute`. */
export function ago(moment: number, now: number): string {
  for (const [unit, length] of units) {
    const passed = Math.floor((now - moment) / length);
    if (passed >= 1) return relative().format(-passed, unit);
  }
  return relative().format(0, "minute");
}

/** A month `2026-07` → `July 2026`, short `Jul 2026`; `only` leaves the year out. */
export function monthName(month: string, length: "long" | "short" = "long", only = false): string {
  const [year = "", number = ""] = month.split("-");
  const name = monthNames()[length][Number(number) - 1] ?? month;
  return only ? name : `${name} ${year}`;
}

/**
 * A period as a title: `ttm` → `Twelve months to 18 Nov 2026`, `2026-Q3` → `Third quarter 2026`,
 * `2026-07` → `July 2026`. `lastDay` is the last day inside the period, where it is known.
 */
export function periodName(period: string, lastDay?: string): string {
  if (period === "ttm")
    return lastDay === undefined ? words().twelveMonths : words().twelveMonthsTo(dayName(lastDay));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) return words().quarter(Number(quarter[2]), quarter[1] ?? "");
  if (/^\d{4}-\d{2}$/.test(period)) return monthName(period);
  const fiscal = /^fy(\d{4})$/.exec(period);
  if (fiscal !== null) return words().fiscalYear(fiscal[1] ?? "");
  const range = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(period);
  if (range !== null) return words().range(periodName(range[1] ?? ""), periodName(range[2] ?? ""));
  return period;
}

/** A period where there is little room: `12 months`, `Q3 2026`, `Jul 2026`. */
export function periodShort(period: string): string {
  if (period === "ttm") return words().twelveMonthsShort;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) return words().quarterShort(Number(quarter[2]), quarter[1] ?? "");
  if (/^\d{4}-\d{2}$/.test(period)) return monthName(period, "short");
  const fiscal = /^fy(\d{4})$/.exec(period);
  if (fiscal !== null) return words().fiscalYearShort(fiscal[1] ?? "");
  const range = /^\d{4}-\d{2}\.\.(\d{4}-\d{2})$/.exec(period);
  return range === null ? period : words().until(periodShort(range[1] ?? ""));
}

const weekdays = byLanguage((locale) => ({
  long: new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }),
}));

/** The weekday of a day `2026-11-18`, `Wednesday`, short `Wed`. */
export function weekdayName(day: string, length: "long" | "short" = "long"): string {
  return weekdays()[length].format(Date.parse(`${day}T00:00:00Z`));
}
