import { addDays, parseDay } from "../period/index.ts";
import type { Day } from "../period/index.ts";
import { dayFrom, weekdayOf } from "../period/day.ts";

/**
 * `today`, `yesterday`, `gestern`, `-3d`, `-1w`, `2026-08-12`, `12.8.2026`, or a weekday (`mon`, `Monday`, `Montag`), which
 * is the last such day: today where today is one, because time is logged after it was given. In a German line also `mo`
 * and `12.8.`, the last one of that name. Null for anything else.
 */
export function parseDayWord(text: string, today: Day, language?: "en" | "de"): Day | null {
  const word = text.trim().toLowerCase();
  const ago = DAYS_AGO.get(word);
  if (ago !== undefined) return addDays(today, -ago);
  const back = /^-(\d{1,3})([dtw])$/.exec(word);
  if (back !== null) return addDays(today, -Number(back[1]) * (back[2] === "w" ? 7 : 1));
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word));
  const named = weekday === -1 && language === "de" ? GERMAN_SHORT.indexOf(word.replace(/\.$/, "")) : weekday;
  if (named !== -1) return addDays(today, -((weekdayOf(today) - named + 7) % 7));
  return parseDay(word) ?? dayWithPoints(word, today);
}

/** Looks like a day, whether or not the calendar has it. */
export function isDateForm(text: string, language?: "en" | "de"): boolean {
  if (/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text)) return true;
  return language === "de" && /^\d{1,2}\.\d{1,2}\.$/.test(text);
}

/** `12.8.2026`; `12.8.` is the last such day up to today. */
function dayWithPoints(word: string, today: Day): Day | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(word);
  if (match === null) return null;
  const [, date, month, year] = match;
  if (year !== undefined) return dayFrom(Number(year), Number(month), Number(date));
  const thisYear = Number(today.slice(0, 4));
  const day = dayFrom(thisYear, Number(month), Number(date));
  return day !== null && day <= today ? day : dayFrom(thisYear - 1, Number(month), Number(date));
}

const DAYS_AGO = new Map([
  ["today", 0],
  ["heute", 0],
  ["yesterday", 1],
  ["gestern", 1],
  ["vorgestern", 2],
]);

const WEEKDAYS = [
  ["sun", "sunday", "sonntag"],
  ["mon", "monday", "montag"],
  ["tue", "tues", "tuesday", "dienstag"],
  ["wed", "wednesday", "mittwoch"],
  ["thu", "thur", "thurs", "thursday", "donnerstag"],
  ["fri", "friday", "freitag"],
  ["sat", "saturday", "samstag", "sonnabend"],
];

/** In English these are words (`do`, `so`) or abbreviations of others. */
const GERMAN_SHORT = ["so", "mo", "di", "mi", "do", "fr", "sa"];
