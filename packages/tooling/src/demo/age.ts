import { createHash } from "node:crypto";

/**
 * How much younger than today a derived inventory is: 0 is the real file, 1 the oldest. The same name gives the same answer at
 * each age, and what is there at one age is there at all later ones, so that a source grows and is updated as products are.
 */
export interface Age {
  /** Whether a dependency that the product names was already there. */
  readonly has: (name: string) => boolean;
  /** Whether a package still stood at the older of the versions that the file holds. */
  readonly isOlder: (name: string) => boolean;
}

/** Shares at the oldest age: of direct dependencies that are not there yet, and of packages at an older version. */
const [ABSENT, OLDER] = [0.24, 0.8];

export function ageOf(age: number): Age {
  return {
    has: (name) => shareOf(name) >= ABSENT * age,
    isOlder: (name) => shareOf(`version of ${name}`) < OLDER * age,
  };
}

/** 0 up to, not including, 1: as good as random, and always the same for a text. */
function shareOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** Versions by number, oldest first; what follows the numbers counts as text. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.replace(/^v/, "").split(/[.+-]/));
  if (a === undefined || b === undefined) return 0;
  for (const [index, part] of a.entries()) {
    const against = b[index];
    if (against === undefined) return 1;
    const difference = Number(part) - Number(against);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (part !== against && Number.isNaN(difference)) return part < against ? -1 : 1;
  }
  return a.length - b.length;
}

/** What can be reached from where one begins. */
export function reachable(
  begin: Iterable<string>,
  next: (from: string) => Iterable<string>,
): ReadonlySet<string> {
  const seen = new Set(begin);
  for (const from of seen) for (const to of next(from)) seen.add(to);
  return seen;
}
