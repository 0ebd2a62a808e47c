import { ChangeTeam, Team } from "@headwater/contract/organization";
import { teams } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";
import { badField, type Context, Refused, writing } from "../operation/index.ts";
import { findTeam } from "./team.ts";

type TeamRow = Awaited<ReturnType<typeof findTeam>>;

/** Another name, or another place in the tree; the slug stays, because rows and addresses name it. */
export const changeTeam = writing({
  name: "team.change",
  access: "team.manage",
  input: ChangeTeam,
  output: Team,
  async run(context, input) {
    const all = await context.db
      .select()
      .from(teams)
      .where(eq(teams.organizationId, context.organization.id))
      .for("update");
    const team = all.find(({ slug }) => slug === input.slug);
    if (team === undefined)
      throw new Refused("unknown-team", `There is no team ${JSON.stringify(input.slug)} here.`);
    const parent = await parentOf(context, input.parent, team, all);
    const name = input.name ?? team.name;
    await context.db
      .update(teams)
      .set({ name, parentId: parent?.id ?? null })
      .where(and(eq(teams.organizationId, context.organization.id), eq(teams.id, team.id)));
    return { id: team.id, slug: team.slug, name, parent: parent?.slug ?? null };
  },
  audit: (team) => ({ entity: `team:${team.id}`, detail: { slug: team.slug, parent: team.parent } }),
});

/** The team above it from now on; refuses one that stands below it, which would make a ring. */
async function parentOf(
  context: Context,
  asked: string | null | undefined,
  team: TeamRow,
  all: readonly TeamRow[],
): Promise<TeamRow | null> {
  const byId = new Map<Identifier<"tea">, TeamRow>(all.map((row) => [row.id, row]));
  if (asked === undefined) return team.parentId === null ? null : (byId.get(team.parentId) ?? null);
  if (asked === null) return null;
  const parent = await findTeam(context, asked, "parent");
  for (let above: TeamRow | undefined = parent; above !== undefined;) {
    if (above.id === team.id)
      throw badField("parent", `${parent.name} stands below ${team.name}; choose a team that does not`);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return parent;
}
