import { parseDay } from "../period/index.ts";
import type { Day } from "../period/index.ts";

/** A day that the test wrote by hand; a typing error in it stops the test. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`the test names no real day: ${text}`);
  return parsed;
}
