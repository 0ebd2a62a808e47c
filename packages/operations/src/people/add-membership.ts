import { AddMembership, Membership } from "@headwater/contract/organization";
import { memberships } from "@headwater/db/tables";
import { writing } from "../operation/index.ts";
import { findTeam } from "../teams/team.ts";
import { keptDays, shownDays } from "./days.ts";
import { findKnownPerson } from "./person.ts";

/** From a day to a day the person belongs to the team: what they give on those days is the team's. */
export const addMembership = writing({
  name: "membership.add",
  access: "person.manage",
  input: AddMembership,
  output: Membership,
  async run(context, input) {
    const person = await findKnownPerson(context, input.id);
    const team = await findTeam(context, input.team, "team");
    const [row] = await context.db
      .insert(memberships)
      .values({
        organizationId: context.organization.id,
        id: context.newId("mem"),
        personId: person.id,
        teamId: team.id,
        ...keptDays(input),
      })
      .returning();
    if (!row) throw new Error("the membership was written and cannot be read");
    return { id: row.id, team: team.slug, ...shownDays(row) };
  },
  audit: (membership, input) => ({
    entity: `person:${input.id}`,
    detail: { membership: membership.id, team: membership.team, from: membership.from, to: membership.to },
  }),
});
