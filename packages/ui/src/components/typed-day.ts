import { parseDayWord } from "@headwater/domain/contribution";
import { type Day, parseDay } from "@headwater/domain/period";

/** The day that was meant, or why there is none. */
export type TypedDay =
  | { readonly day: Day }
  | { readonly problem: "not-a-day" }
  /** There is such a month, and it ends before that day. */
  | { readonly problem: "short-month"; readonly month: string; readonly days: number };

/**
 * Reads a day as it is typed: what the log line reads (`today`, `mon`, `-3d`, `2026-08-12`), its German words, and
 * `12.8.` or `12.8.2026`. Without a year it is the last such day that is not after today. A true minus is read as a hyphen.
 */
export function readTypedDay(typed: string, today: Day): TypedDay {
  const word = typed.trim().toLowerCase().replace("−", "-");
  const day = parseDayWord(english[word] ?? word, today);
  if (day !== null) return { day };
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?$/.exec(word);
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (dotted !== null) return ofParts(dotted[3], Number(dotted[2]), Number(dotted[1]), today);
  if (written !== null) return ofParts(written[1], Number(written[2]), Number(written[3]), today);
  return { problem: "not-a-day" };
}

const english: Readonly<Record<string, string>> = {
  heute: "today",
  gestern: "yesterday",
  mo: "mon",
  montag: "mon",
  di: "tue",
  dienstag: "tue",
  mi: "wed",
  mittwoch: "wed",
  do: "thu",
  donnerstag: "thu",
  fr: "fri",
  freitag: "fri",
  sa: "sat",
  samstag: "sat",
  so: "sun",
  sonntag: "sun",
};

function ofParts(yearText: string | undefined, month: number, date: number, today: Day): TypedDay {
  if (month < 1 || month > 12 || date < 1 || date > 31) return { problem: "not-a-day" };
  const thisYear = Number(today.slice(0, 4));
  const named = yearText === undefined ? thisYear : Number(yearText.padStart(4, "20"));
  const year = yearText === undefined && isoDay(named, month, date) > today ? named - 1 : named;
  const day = parseDay(isoDay(year, month, date));
  if (day !== null) return { day };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { problem: "short-month", month: isoDay(year, month, 1).slice(0, 7), days };
}

function isoDay(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
