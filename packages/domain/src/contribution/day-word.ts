import { addDays, parseDay } from "../period/index.ts";
import type { Day } from "../period/index.ts";
import { weekdayOf } from "../period/day.ts";

/**
 * `today`, `yesterday`, `-3d`, `-1w`, `2026-08-12`, or a weekday (`mon`, `Monday`), which is the last such day: today
 * where today is one, because time is logged after it was given. Null for anything else.
 */
export function parseDayWord(text: string, today: Day): Day | null {
  const word = text.trim().toLowerCase();
  if (word === "today") return today;
  if (word === "yesterday") return addDays(today, -1);
  const back = /^-(\d{1,3})([dw])$/.exec(word);
  if (back !== null) return addDays(today, -Number(back[1]) * (back[2] === "w" ? 7 : 1));
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word));
  if (weekday !== -1) return addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  return parseDay(word);
}

const WEEKDAYS = [
  ["sun", "sunday"],
  ["mon", "monday"],
  ["tue", "tues", "tuesday"],
  ["wed", "wednesday"],
  ["thu", "thur", "thurs", "thursday"],
  ["fri", "friday"],
  ["sat", "saturday"],
];
