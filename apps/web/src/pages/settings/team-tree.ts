export interface Team {
  readonly slug: string;
  readonly name: string;
  /** The slug of the team above it. */
  readonly parent: string | null;
}

export interface TeamInTree {
  readonly team: Team;
  /** 0 at the top. */
  readonly depth: number;
}

/** Each team followed by those below it, by their names; whatever has lost its parent stands at the top. */
export function inTreeOrder(teams: readonly Team[]): readonly TeamInTree[] {
  const known = new Set(teams.map(({ slug }) => slug));
  const below = Map.groupBy(
    teams.toSorted((one, other) => one.name.localeCompare(other.name)),
    ({ parent }) => (parent !== null && known.has(parent) ? parent : ""),
  );
  const under = (parent: string, depth: number): readonly TeamInTree[] =>
    (below.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...under(team.slug, depth + 1)]);
  return under("", 0);
}
