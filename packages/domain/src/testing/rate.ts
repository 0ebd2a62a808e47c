import { parseRate } from "../money/index.ts";
import type { ExactRate } from "../money/index.ts";

/** A rate that the test wrote by hand; a typing error in it stops the test. */
export function rate(text: string): ExactRate {
  const parsed = parseRate(text);
  if ("error" in parsed) throw new Error(parsed.error.message);
  return parsed;
}
