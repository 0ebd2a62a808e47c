import { Contributions, ListContributions } from "@headwater/contract/contributions";
import { contributions, memberships, teams } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, exists, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { badField, type Circumstances, type Context, reading } from "../operation/index.ts";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { requireSpan } from "../giving/span.ts";
import { resolveProject } from "../projects/resolve.ts";
import { findTeam } from "../teams/team.ts";
import { contributionRows } from "./row.ts";

/** Newest first. Whoever may not see the rows of people sees their own. */
export const listContributions = reading({
  name: "contribution.list",
  access: "contribution.read",
  input: ListContributions,
  output: Contributions,
  async run(context, input) {
    const cursor = parseCursor(input.cursor);
    const condition = and(await filters(context, input), visibleRows(context), pinned(cursor));
    const rows = await contributionRows(context, condition, input.limit + 1);
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    const first = items[0];
    if (rows.length <= input.limit || !last || !first) return { items, nextCursor: null };
    return { items, nextCursor: printCursor({ pin: cursor?.pin ?? first.id, after: last.id }) };
  },
});

async function filters(context: Context, input: ListContributions): Promise<SQL | undefined> {
  requireSpan(input);
  if (input.team !== undefined) await findTeam(context, input.team, "team");
  const project =
    input.project === undefined ? null : await resolveProject(context, input.project, "project");
  return and(
    input.from === undefined ? undefined : gte(contributions.day, input.from),
    input.to === undefined ? undefined : lte(contributions.day, input.to),
    project === null ? undefined : eq(contributions.projectId, project.id),
    input.basis === undefined ? undefined : eq(contributions.basis, input.basis),
    input.kind === undefined ? undefined : eq(contributions.kind, input.kind),
    input.mine === true ? ownRows(context) : undefined,
    input.team === undefined ? undefined : inTeam(context, input.team),
  );
}

/** The person was in the team on the row's day. */
function inTeam(context: Context, slug: string): SQL {
  return exists(
    context.db
      .select({ one: sql`1` })
      .from(memberships)
      .innerJoin(
        teams,
        and(eq(teams.organizationId, memberships.organizationId), eq(teams.id, memberships.teamId)),
      )
      .where(
        and(
          eq(memberships.organizationId, context.organization.id),
          eq(teams.slug, slug),
          eq(memberships.personId, contributions.personId),
          or(isNull(memberships.from), lte(memberships.from, contributions.day)),
          or(isNull(memberships.to), sql`${memberships.to} > ${contributions.day}`),
        ),
      ),
  );
}

function visibleRows(context: Context): SQL | undefined {
  if (context.may("contribution.read-people")) return undefined;
  return ownRows(context);
}

/** A key belongs to nobody and has no rows. */
export function ownRows({ actor }: Circumstances): SQL {
  return actor.personId === null ? sql`false` : eq(contributions.personId, actor.personId);
}

function pinned(cursor: ReturnType<typeof parseCursor>): SQL | undefined {
  if (cursor === null) return undefined;
  const pin = parseIdentifier("ctr", cursor.pin);
  const after = parseIdentifier("ctr", cursor.after);
  if (pin === null || after === null)
    throw badField("cursor", "this is not a cursor that this list gave out; ask for the first page again");
  return and(lte(contributions.id, pin), lt(contributions.id, after));
}
