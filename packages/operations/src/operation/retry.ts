import { setTimeout as wait } from "node:timers/promises";
import type { Runtime } from "./runtime.ts";

/** Two transactions stood in each other's way (40P01, a deadlock; 40001, a serialization failure): the one that was ended may simply run again. */
const COLLISIONS = new Set(["40P01", "40001"]);
const MOST_RETRIES = 4;
const SHORTEST_WAIT_MILLIS = 10;

/**
 * Runs a transaction, and again where another one stood in its way: nothing of the try that failed took effect.
 * At most four times more, each after a longer wait of random length, so that the two do not meet again.
 */
export async function retryingCollisions<Result>(
  runtime: Pick<Runtime, "randomBytes">,
  transaction: () => Promise<Result>,
): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (retries === MOST_RETRIES || !isCollision(error)) throw error;
      const [random = 0] = runtime.randomBytes(1);
      const longest = SHORTEST_WAIT_MILLIS * 2 ** retries;
      await wait(longest * (0.5 + random / 510));
    }
  }
}

/** The driver's error lies inside that of the query builder. */
export function isCollision(error: unknown): boolean {
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 8;
    cause = cause.cause, depth += 1
  )
    if ("code" in cause && typeof cause.code === "string" && COLLISIONS.has(cause.code)) return true;
  return false;
}
