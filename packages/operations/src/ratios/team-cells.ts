import { identifierFromUuid, identifierToUuid } from "@headwater/domain/identifier";
import type { Period } from "@headwater/domain/period";
import { sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { type PrivateCells, privateCells } from "./private-cells.ts";
import { successors } from "./successors.ts";

type CellRow = { team: string; project_id: string; month: string; basis: string; person_id: string } & Record<
  string,
  unknown
>;

/**
 * Teams that are shown only among others, by their slugs: as of projects under a team, it is decided month by month and
 * basis by basis, so that no two periods and no two lists differ by what one person did. A row that was taken back, and
 * time for what the company controls, is no giving.
 */
export async function privateTeams(
  context: Context,
  period: Period,
  filter: { readonly basis?: string | undefined; readonly controlled: ReadonlySet<string> },
): Promise<PrivateCells> {
  const { rows } = await context.db.execute<CellRow>(sql`
    select t.slug as team, c.project_id, to_char(c.day, 'YYYY-MM') as month, c.basis, c.person_id
    from contributions c
      join memberships m on m.organization_id = c.organization_id and m.person_id = c.person_id
        and (m.from_day is null or m.from_day <= c.day) and (m.to_day is null or m.to_day > c.day)
      join teams t on t.organization_id = m.organization_id and t.id = m.team_id
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and c.day >= ${period.start}::date and c.day < ${period.end}::date
      ${filter.basis === undefined ? sql`` : sql`and c.basis = ${filter.basis}`}
    group by 1, 2, 3, 4, 5 having sum(c.minutes) <> 0`);
  const followed = await successors(context);
  const counted = rows.filter((row) => {
    const project = identifierFromUuid("prj", row.project_id);
    return !filter.controlled.has(followed.get(project) ?? project);
  });
  // What is called a project there is a team here: the cells are of the same kind.
  return privateCells(
    counted.map(({ team, month, basis, person_id: person }) => ({ project: team, month, basis, person })),
  );
}
