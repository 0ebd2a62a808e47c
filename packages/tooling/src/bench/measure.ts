import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One way to do the work of a bench: ours, the floor beneath it, or a peer. */
export interface Runner {
  readonly name: string;
  readonly role: "floor" | "peer" | "ours";
  readonly run: () => unknown;
}

export interface Measured {
  readonly name: string;
  readonly role: Runner["role"];
  /** Median over the rounds, in milliseconds. */
  readonly milliseconds: number;
  readonly rounds: number;
}

const ROUNDS = 7;
/** Rounds that are not counted: the engine compiles what it runs often, and a server runs it often. */
const WARM_UP_ROUNDS = 3;
/** What takes longer than this is run once only: its distance is not a matter of some percent. */
const SLOW_MILLISECONDS = 2_000;

/**
 * Runs all runners in interleaved rounds, so that what slows the machine for a while slows all of them, and returns
 * the median of each.
 */
export async function measure(runners: readonly Runner[], rounds = ROUNDS): Promise<readonly Measured[]> {
  const times = new Map<Runner, number[]>(runners.map((runner) => [runner, []]));
  const slow = new Set<Runner>();
  for (let round = 0; round < WARM_UP_ROUNDS + rounds; round++)
    for (const [runner, taken] of times) {
      if (slow.has(runner)) continue;
      const milliseconds = await timeOf(runner);
      if (milliseconds > SLOW_MILLISECONDS) slow.add(runner);
      if (round >= WARM_UP_ROUNDS || slow.has(runner)) taken.push(milliseconds);
    }
  return [...times].map(([{ name, role }, taken]) => ({
    name,
    role,
    milliseconds: median(taken),
    rounds: taken.length,
  }));
}

async function timeOf(runner: Runner): Promise<number> {
  collectGarbage();
  const started = performance.now();
  await runner.run();
  return performance.now() - started;
}

/** Starts each measurement with a clean heap, so that nobody pays for what ran before. */
export const collectGarbage: () => void = garbageCollector();

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    if (typeof collect === "function") Reflect.apply(collect, undefined, []);
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The number below which the given share of the others lies (nearest rank). */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** How the time grows with the size: 1 is in proportion, 2 is quadratic. */
export function growthExponent(small: Point, large: Point): number {
  return Math.log(large.milliseconds / small.milliseconds) / Math.log(large.size / small.size);
}

export interface Point {
  readonly size: number;
  readonly milliseconds: number;
}
