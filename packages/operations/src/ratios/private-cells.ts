import { SMALLEST_CELL } from "./small-cells.ts";

/** What one person gave to one project in one month on one basis, not nothing. */
export interface GivenByPerson {
  readonly project: string;
  /** `2026-07` */
  readonly month: string;
  readonly basis: string;
  readonly person: string;
}

/** What of a team's figures would say what a person did. */
export interface PrivateCells {
  /** The team as a whole would: in some month fewer than three people gave. */
  readonly whole: boolean;
  /** Projects whose figures of time are shown to nobody else. */
  readonly projects: ReadonlySet<string>;
}

export const nothingPrivate: PrivateCells = { whole: false, projects: new Set() };

/**
 * Decides month by month and basis by basis, because every figure that can be asked for is a sum of such cells: what may
 * be shown of each may be added and subtracted as anybody likes. In a cell, projects with fewer than three people are
 * hidden, and the next smallest with them until the hidden ones are two or more with three people or more together, so that
 * the total less what is shown says of nobody what they did. A project that is hidden in one cell is hidden in every period with it.
 */
export function privateCells(given: readonly GivenByPerson[]): PrivateCells {
  const hidden = new Set<string>();
  let whole = false;
  for (const cell of Map.groupBy(given, (row) => `${row.month} ${row.basis}`).values()) {
    if (new Set(cell.map((row) => row.person)).size < SMALLEST_CELL) whole = true;
    for (const project of hiddenIn(cell)) hidden.add(project);
  }
  return { whole, projects: hidden };
}

function hiddenIn(cell: readonly GivenByPerson[]): readonly string[] {
  const projects = [...Map.groupBy(cell, (row) => row.project)]
    .map(([project, rows]) => ({ project, people: new Set(rows.map((row) => row.person)) }))
    .sort((one, other) => one.people.size - other.people.size || (one.project < other.project ? -1 : 1));
  const hidden: string[] = [];
  const together = new Set<string>();
  for (const { project, people } of projects) {
    const enough = hidden.length === 0 || (hidden.length > 1 && together.size >= SMALLEST_CELL);
    if (people.size >= SMALLEST_CELL && enough) break;
    hidden.push(project);
    for (const person of people) together.add(person);
  }
  return hidden;
}
