import { Identities, ListIdentities } from "@headwater/contract/organization";
import { identities } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownDays } from "./days.ts";
import { findPerson } from "./person.ts";

export const listIdentities = reading({
  name: "identity.list",
  access: "person.read",
  input: ListIdentities,
  output: Identities,
  async run(context, input) {
    const person = await findPerson(context, input.id);
    const rows = await context.db
      .select()
      .from(identities)
      .where(
        and(
          eq(identities.organizationId, context.organization.id),
          eq(identities.personId, person.id),
          olderThan(input.cursor, "idn", identities.id),
        ),
      )
      .orderBy(desc(identities.id))
      .limit(input.limit + 1);
    return newestPage(
      rows.map((row) => ({ id: row.id, host: row.host, handle: row.handle, ...shownDays(row) })),
      input,
    );
  },
});
