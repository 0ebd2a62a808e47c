import { allocate } from "./allocate.ts";

/** What one account is to get, in minor units. */
export interface AccountSum {
  readonly username: string;
  readonly amountMinor: bigint;
}

export interface WholeAmount {
  readonly username: string;
  readonly whole: bigint;
}

/** The most rows that GitHub takes in one file of bulk sponsorships. */
export const MOST_ROWS = 100;

/**
 * The rows of GitHub's bulk sponsorships: one a username, upper and lower case alike, in whole units of 100 minor ones
 * by largest remainder, the largest amount first, so that they sum to the whole units of the total. Who would get less than half a unit may get
 * none, and then has no row. In parts of at most `MOST_ROWS`.
 */
export function wholeDollars(sums: readonly AccountSum[]): readonly (readonly WholeAmount[])[] {
  const byName = new Map<string, AccountSum>();
  for (const { username, amountMinor } of sums) {
    const own = byName.get(username.toLowerCase()) ?? { username, amountMinor: 0n };
    byName.set(username.toLowerCase(), { ...own, amountMinor: own.amountMinor + amountMinor });
  }
  const accounts = [...byName.values()].sort(byAmount);
  const total = accounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const parts = allocate(
    total / 100n,
    accounts.map(({ amountMinor }) => amountMinor),
  );
  const rows = accounts
    .map(({ username }, index) => ({ username, whole: parts?.[index] ?? 0n }))
    .filter(({ whole }) => whole > 0n);
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, file) =>
    rows.slice(file * MOST_ROWS, (file + 1) * MOST_ROWS),
  );
}

function byAmount(one: AccountSum, other: AccountSum): number {
  if (one.amountMinor !== other.amountMinor) return one.amountMinor > other.amountMinor ? -1 : 1;
  return one.username.toLowerCase() < other.username.toLowerCase() ? -1 : 1;
}
