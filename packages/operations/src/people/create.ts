import { CreatePerson, Person } from "@headwater/contract/organization";
import { memberships, people } from "@headwater/db/tables";
import { findTeam } from "../teams/team.ts";
import { badField, writing } from "../operation/index.ts";
import { shownPerson } from "./person.ts";

/** Somebody whose time can be logged. They need not be able to sign in. */
export const createPerson = writing({
  name: "person.create",
  access: "person.manage",
  input: CreatePerson,
  output: Person,
  async run(context, input) {
    const organizationId = context.organization.id;
    const team = input.team === undefined ? null : await findTeam(context, input.team, "team");
    const id = context.newId("prs");
    const [row] = await context.db
      .insert(people)
      .values({
        organizationId,
        id,
        name: input.name,
        email: input.email,
        roleFamily: input.roleFamily ?? null,
        region: input.region ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw badField("email", "somebody with this e-mail address is known here already", "already-exists");
    if (team !== null)
      await context.db
        .insert(memberships)
        .values({ organizationId, id: context.newId("mem"), personId: id, teamId: team.id });
    return shownPerson(row);
  },
  audit: (person) => ({
    entity: `person:${person.id}`,
    detail: { roleFamily: person.roleFamily, region: person.region },
  }),
});
