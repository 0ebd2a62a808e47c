import { CreateTeam, Team } from "@headwater/contract/organization";
import { teams } from "@headwater/db/tables";
import { badField, writing } from "../operation/index.ts";
import { findTeam } from "./team.ts";

export const createTeam = writing({
  name: "team.create",
  access: "team.manage",
  input: CreateTeam,
  output: Team,
  async run(context, input) {
    const parent = input.parent === undefined ? null : await findTeam(context, input.parent, "parent");
    const [row] = await context.db
      .insert(teams)
      .values({
        organizationId: context.organization.id,
        id: context.newId("tea"),
        slug: input.slug,
        name: input.name,
        parentId: parent?.id ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw badField(
        "slug",
        `a team ${JSON.stringify(input.slug)} exists already; choose another slug`,
        "already-exists",
      );
    return { id: row.id, slug: row.slug, name: row.name, parent: parent?.slug ?? null };
  },
  audit: (team) => ({ entity: `team:${team.id}`, detail: { slug: team.slug, parent: team.parent } }),
});
