/** What one team stands on and gave. */
export interface TeamCell {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly usageShare: number;
  readonly minutes: number;
  readonly timeMinor: bigint;
  readonly unknownRows: number;
  /** How many people's rows are in it. */
  readonly people: number;
}

/** A figure of fewer people than this says what a person did (product.md, principle 8). */
export const SMALLEST_CELL = 3;

/**
 * Joins teams in which fewer than three people gave anything into "other-teams". Where a single team would stand there,
 * the next smallest joins it, so that nobody finds the one by subtracting the others from the total; a team that gave nothing
 * has no rows of anybody and stays.
 */
export function mergeSmallCells(cells: readonly TeamCell[]): readonly TeamCell[] {
  const giving = cells
    .filter((cell) => cell.people > 0)
    .toSorted((one, other) => one.people - other.people || (one.slug < other.slug ? -1 : 1));
  const hidden = new Set<TeamCell>();
  let people = 0;
  for (const cell of giving) {
    const small = cell.people < SMALLEST_CELL;
    if (!small && (hidden.size === 0 || (hidden.size > 1 && people >= SMALLEST_CELL))) break;
    hidden.add(cell);
    people += cell.people;
  }
  if (hidden.size === 0) return cells;
  const joined = [...hidden].reduce(
    (sum, cell) => ({
      ...otherTeams,
      usageShare: sum.usageShare + cell.usageShare,
      minutes: sum.minutes + cell.minutes,
      timeMinor: sum.timeMinor + cell.timeMinor,
      unknownRows: sum.unknownRows + cell.unknownRows,
      people: sum.people + cell.people,
    }),
    otherTeams,
  );
  // Even together they are too few: their usage is shown and their giving is not.
  const shown = people >= SMALLEST_CELL ? joined : { ...joined, minutes: 0, timeMinor: 0n, unknownRows: 0 };
  return [...cells.filter((cell) => !hidden.has(cell)), shown];
}

const otherTeams: TeamCell = {
  id: "other-teams",
  slug: "other-teams",
  name: "other teams",
  usageShare: 0,
  minutes: 0,
  timeMinor: 0n,
  unknownRows: 0,
  people: 0,
};
