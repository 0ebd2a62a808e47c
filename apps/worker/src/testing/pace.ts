import type { Pace } from "../index.ts";

/** Does not wait where a test would have to; that a process is dead is still noticed no sooner than pg-boss allows, after ten seconds. */
export const hurried: Partial<Pace> = {
  beginMillis: 0,
  pollSeconds: 0.5,
  retryDelaySeconds: 0,
  heartbeatSeconds: 10,
  superviseSeconds: 1,
  sweepMillis: 3_600_000,
  chainMillis: 3_600_000,
};
