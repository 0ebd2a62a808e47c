import { ListMemberships, Memberships } from "@headwater/contract/organization";
import { memberships, teams } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownDays } from "./days.ts";
import { findPerson } from "./person.ts";

export const listMemberships = reading({
  name: "membership.list",
  access: "person.read",
  input: ListMemberships,
  output: Memberships,
  async run(context, input) {
    const person = await findPerson(context, input.id);
    const rows = await context.db
      .select({ id: memberships.id, team: teams.slug, from: memberships.from, to: memberships.to })
      .from(memberships)
      .innerJoin(
        teams,
        and(eq(teams.organizationId, memberships.organizationId), eq(teams.id, memberships.teamId)),
      )
      .where(
        and(
          eq(memberships.organizationId, context.organization.id),
          eq(memberships.personId, person.id),
          olderThan(input.cursor, "mem", memberships.id),
        ),
      )
      .orderBy(desc(memberships.id))
      .limit(input.limit + 1);
    return newestPage(
      rows.map((row) => ({ ...row, ...shownDays(row) })),
      input,
    );
  },
});
