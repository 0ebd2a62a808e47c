import { threadCpuUsage } from "node:process";

interface Turns<Result> {
  readonly result: Result;
  /** Most milliseconds of computing that this thread did while nobody else had a turn on it. */
  readonly longestMillis: number;
}

/**
 * The longest time for which an answer could not have been given while the work was under way. Counts what the thread
 * computes and not what passes on the clock, so that a busy machine makes no difference.
 */
export async function longestTurn<Result>(work: () => Promise<Result>): Promise<Turns<Result>> {
  let longest = 0;
  let before = computed();
  const look = (): void => {
    const now = computed();
    longest = Math.max(longest, now - before);
    before = now;
    timer = setImmediate(look);
  };
  let timer = setImmediate(look);
  try {
    const result = await work();
    return { result, longestMillis: longest };
  } finally {
    clearImmediate(timer);
  }
}

function computed(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}
