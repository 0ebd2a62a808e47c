import { asUnavailable } from "@headwater/db";

const SILENCE_MILLIS = 30_000;

/** In an outage every worker fails at each poll: one sentence each half minute says so, instead of a stack each second. */
export function quietInOutages(log: (error: unknown) => void): (error: unknown) => void {
  let lastSaid = Number.NEGATIVE_INFINITY;
  return (given) => {
    const error = asError(given);
    const unavailable = asUnavailable(error);
    if (unavailable === null) return log(error);
    const now = performance.now();
    if (now - lastSaid < SILENCE_MILLIS) return;
    lastSaid = now;
    log(unavailable);
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** pg-boss reports the errors of its workers as plain objects that are like errors. */
function asError(given: unknown): unknown {
  if (given instanceof Error || typeof given !== "object" || given === null || !("message" in given))
    return given;
  const error = new Error(String(given.message));
  if ("stack" in given && typeof given.stack === "string") error.stack = given.stack;
  return "code" in given ? Object.assign(error, { code: given.code }) : error;
}
