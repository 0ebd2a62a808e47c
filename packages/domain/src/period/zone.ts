import { dayOf } from "./day.ts";
import type { Day } from "./day.ts";

const MILLIS_PER_DAY = 86_400_000;

/** The calendar day that clocks in the IANA zone show at the instant (Date or epoch milliseconds). Throws RangeError on an unknown zone. */
export function todayIn(timeZone: string, instant: Date | number): Day {
  const millis = typeof instant === "number" ? instant : instant.getTime();
  if (timeZone === "UTC") return dayOf(Math.floor(millis / MILLIS_PER_DAY));
  let year = 0;
  let month = 0;
  let dayOfMonth = 0;
  for (const part of formatterOf(timeZone).formatToParts(millis)) {
    if (part.type === "year") year = Number(part.value);
    if (part.type === "month") month = Number(part.value);
    if (part.type === "day") dayOfMonth = Number(part.value);
  }
  return dayOf(Date.UTC(year, month - 1, dayOfMonth) / MILLIS_PER_DAY);
}

/** As todayIn, for an instant in ISO 8601 with `Z` or an offset. Throws RangeError on others: parse outside text with parseInstant first. */
export function dayOfInstant(iso: string, timeZone: string): Day {
  const millis = parseInstant(iso);
  if (millis === null) throw new RangeError(`not an instant with an offset: ${iso.slice(0, 40)}`);
  return todayIn(timeZone, millis);
}

/**
 * Epoch milliseconds of `2026-08-12T10:15:00Z` or with an offset such as `+02:00`; null for anything else.
 * A text without an offset is refused, because it would mean another instant on every machine.
 */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, date, hour, minute, second = "00", fraction = ""] = match;
  const millis = Date.parse(text);
  if (Number.isNaN(millis) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  // Date.parse moves 30 February to March; only what comes back unchanged was a real day.
  const asUtc = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`);
  if (new Date(asUtc).toISOString().slice(0, 10) !== date) return null;
  return millis >= EARLIEST && millis < LATEST ? millis : null;
}

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    // Intl has no other way to say that it does not know a zone than to throw.
    return false;
  }
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
// A day inside the calendar's range on both sides, so that every zone has a day for every instant.
const EARLIEST = Date.UTC(1900, 0, 2);
const LATEST = Date.UTC(9998, 11, 31);

// Making a formatter costs a hundred times what using it costs.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}
