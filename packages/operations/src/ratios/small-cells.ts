/** What one team stands on and gave. */
export interface TeamCell {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly usageShare: number;
  readonly minutes: number;
  readonly timeMinor: bigint;
  readonly unknownRows: number;
}

/** A figure of fewer people than this says what a person did (product.md, principle 8). */
export const SMALLEST_CELL = 3;

/** The slug, and the id, of the line that joined teams stand in. */
export const OTHER_TEAMS = "other-teams";

/** Joins the teams that may not stand alone into one line; a team that gave nothing has no rows of anybody and stays. */
export function joinTeams(cells: readonly TeamCell[], hidden: ReadonlySet<string>): readonly TeamCell[] {
  const joined = cells.filter((cell) => hidden.has(cell.slug));
  if (joined.length === 0) return cells;
  const others = joined.reduce(
    (sum, cell) => ({
      ...otherTeams,
      usageShare: sum.usageShare + cell.usageShare,
      minutes: sum.minutes + cell.minutes,
      timeMinor: sum.timeMinor + cell.timeMinor,
      unknownRows: sum.unknownRows + cell.unknownRows,
    }),
    otherTeams,
  );
  return [...cells.filter((cell) => !hidden.has(cell.slug)), others];
}

const otherTeams: TeamCell = {
  id: OTHER_TEAMS,
  slug: OTHER_TEAMS,
  name: "other teams",
  usageShare: 0,
  minutes: 0,
  timeMinor: 0n,
  unknownRows: 0,
};
