declare const dayBrand: unique symbol;

/** A real calendar day of the Gregorian calendar as `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly [dayBrand]: "Day" };

const FIRST_YEAR = 1900;
/** The last year that a user may write. The day after it exists, so that its half-open end can be written. */
const LAST_YEAR = 9998;

/** Null for anything but a real day `YYYY-MM-DD` of the years 1900 to 9998. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  return dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Null where the calendar has no such day, or it lies outside the years 1900 to 9998. `month` is 1 to 12. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return brandDay(calendarText(year, month, dayOfMonth));
}

/** Days since 1970-01-01, negative before. */
export function epochDay(day: Day): number {
  const { year, month, dayOfMonth } = calendarOf(day);
  return daysFromCivil(year, month, dayOfMonth);
}

/** Throws RangeError outside 1900-01-01 to 9999-01-01, which no parsed day and no period reaches. */
export function dayOf(epochDays: number): Day {
  if (!Number.isInteger(epochDays) || epochDays < EARLIEST || epochDays > LATEST) {
    throw new RangeError(`no day for epoch day ${epochDays}`);
  }
  // Civil from days, with years that begin on 1 March, so that the leap day is the last of its year.
  const shifted = epochDays + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return brandDay(calendarText(year, month, dayOfMonth));
}

/** `days` may be negative. Throws RangeError where dayOf does. */
export function addDays(day: Day, days: number): Day {
  return dayOf(epochDay(day) + days);
}

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

export function calendarOf(day: Day): CalendarDate {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8, 10)),
  };
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((epochDay(day) + 4) % 7) + 7) % 7;
}

/** The same day `years` later; 29 February becomes 1 March where the year has none, so that no day counts twice. */
export function addYears(day: Day, years: number): Day {
  const { year, month, dayOfMonth } = calendarOf(day);
  const target = year + years;
  if (month === 2 && dayOfMonth === 29 && daysInMonth(target, 2) === 28)
    return dayOf(daysFromCivil(target, 3, 1));
  return dayOf(daysFromCivil(target, month, dayOfMonth));
}

export function firstOfMonth(year: number, month: number): Day {
  return dayOf(daysFromCivil(year, month, 1));
}

export function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function calendarText(year: number, month: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

function brandDay(text: string): Day {
  return text as Day;
}

const EARLIEST = daysFromCivil(FIRST_YEAR, 1, 1);
const LATEST = daysFromCivil(LAST_YEAR + 1, 1, 1);
