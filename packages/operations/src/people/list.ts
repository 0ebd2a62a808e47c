import { ListPeople, People } from "@headwater/contract/organization";
import { people } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownPerson } from "./person.ts";

/** Newest first; the erased ones too, as ids without a name. */
export const listPeople = reading({
  name: "person.list",
  access: "person.read",
  input: ListPeople,
  output: People,
  async run(context, input) {
    const rows = await context.db
      .select()
      .from(people)
      .where(
        and(eq(people.organizationId, context.organization.id), olderThan(input.cursor, "prs", people.id)),
      )
      .orderBy(desc(people.id))
      .limit(input.limit + 1);
    return newestPage(rows.map(shownPerson), input);
  },
});
