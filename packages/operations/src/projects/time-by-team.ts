import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { privateCells } from "../ratios/private-cells.ts";
import { SMALLEST_CELL } from "../ratios/small-cells.ts";

/** What one person of one team gave to a project on one basis in one month; never shown as it is. */
export interface TimeGiven {
  /** A day of that month, so that it can be told whether it lies in a period. */
  readonly day: string;
  readonly month: string;
  readonly person: string;
  /** The first of their teams on that day in the order of the slugs; null without one. */
  readonly team: string | null;
  readonly teamName: string | null;
  readonly basis: string;
  readonly minutes: number;
  readonly valueMinor: bigint;
  readonly unknownRows: number;
}

interface Row extends Record<string, unknown> {
  readonly day: string;
  readonly person_id: string;
  readonly team: string | null;
  readonly team_name: string | null;
  readonly basis: string;
  readonly minutes: string;
  readonly value: string;
  readonly unvalued: string;
}

/** All time that was ever given to the projects, by day, person and basis, earliest first; what was taken back is no giving. */
export async function givenTime(
  context: Context,
  projects: readonly Identifier<"prj">[],
): Promise<readonly TimeGiven[]> {
  const { rows } = await context.db.execute<Row>(sql`
    select c.day::text as day, c.person_id, t.slug as team, t.name as team_name, c.basis, sum(c.minutes) as minutes,
      coalesce(sum(c.value_minor), 0) as value,
      sum(case when c.value_minor is null then case when c.reverses_id is null then 1 else -1 end else 0 end) as unvalued
    from contributions c
      left join lateral (
        select t.slug, t.name from memberships m
          join teams t on t.organization_id = m.organization_id and t.id = m.team_id
        where m.organization_id = c.organization_id and m.person_id = c.person_id
          and (m.from_day is null or m.from_day <= c.day) and (m.to_day is null or m.to_day > c.day)
        order by t.slug limit 1) t on true
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and c.project_id = any(${sql.param(projects.map(identifierToUuid))}::uuid[])
    group by 1, 2, 3, 4, 5 having sum(c.minutes) <> 0
    order by 1`);
  return rows.map((row) => ({
    day: row.day,
    month: row.day.slice(0, 7),
    person: row.person_id,
    team: row.team,
    teamName: row.team_name,
    basis: row.basis,
    minutes: Number(row.minutes),
    valueMinor: BigInt(row.value),
    unknownRows: Number(row.unvalued),
  }));
}

export interface TimeLine {
  readonly month: string;
  /** Null: other teams, and people without one. */
  readonly team: string | null;
  readonly teamName: string | null;
  readonly rows: readonly TimeGiven[];
}

/**
 * A line a month and team, the latest first. A team of which fewer than three people gave in some month stands among the
 * others in all of them, and the next smallest with it (product.md, principle 8); not so for whoever may see the rows of people.
 */
export function timeLines(context: Context, given: readonly TimeGiven[]): readonly TimeLine[] {
  const cells = given.map(({ team, month, basis, person }) => ({
    project: team ?? "",
    month,
    basis,
    person,
  }));
  const hidden = context.may("contribution.read-people") ? new Set<string>() : privateCells(cells).projects;
  const shownTeam = ({ team }: TimeGiven) => (team === null || hidden.has(team) ? null : team);
  const lines = Map.groupBy(given, (row) => `${row.month} ${shownTeam(row) ?? ""}`);
  return [...lines.values()]
    .flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const team = shownTeam(first);
      return [{ month: first.month, team, teamName: team === null ? null : first.teamName, rows }];
    })
    .sort((one, other) => (one.month === other.month ? order(one, other) : one.month < other.month ? 1 : -1));
}

/** The others stand last. */
function order(one: TimeLine, other: TimeLine): number {
  if (one.team === null || other.team === null) return one.team === null ? 1 : -1;
  return one.team < other.team ? -1 : 1;
}

/** Teams of which at least three people ever gave, and whether there are people besides. No figure stands beside a name. */
export function teamsWhoGave(given: readonly TimeGiven[]): {
  readonly teams: { team: string; name: string }[];
  readonly otherTeams: boolean;
} {
  const byTeam = Map.groupBy(given, (row) => row.team);
  const teams: { team: string; name: string }[] = [];
  for (const [team, rows] of byTeam) {
    const people = new Set(rows.map((row) => row.person));
    if (team !== null && people.size >= SMALLEST_CELL) teams.push({ team, name: rows[0]?.teamName ?? team });
  }
  teams.sort((one, other) => (one.team < other.team ? -1 : 1));
  return { teams, otherTeams: teams.length < byTeam.size };
}
