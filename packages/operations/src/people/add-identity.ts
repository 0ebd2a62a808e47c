import { AddIdentity, Identity } from "@headwater/contract/organization";
import { identities } from "@headwater/db/tables";
import { badField, writing } from "../operation/index.ts";
import { keptDays, shownDays } from "./days.ts";
import { findKnownPerson } from "./person.ts";

/** A handle or address on some host that is this person's. */
export const addIdentity = writing({
  name: "identity.add",
  access: "person.manage",
  input: AddIdentity,
  output: Identity,
  async run(context, input) {
    const person = await findKnownPerson(context, input.id);
    const [row] = await context.db
      .insert(identities)
      .values({
        organizationId: context.organization.id,
        id: context.newId("idn"),
        personId: person.id,
        host: input.host.toLowerCase(),
        handle: input.handle,
        ...keptDays(input),
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw badField(
        "handle",
        "this handle is somebody's already; one handle on a host belongs to one person",
        "already-exists",
      );
    return { id: row.id, host: row.host, handle: row.handle, ...shownDays(row) };
  },
  audit: (identity, input) => ({
    entity: `person:${input.id}`,
    detail: { identity: identity.id, host: identity.host },
  }),
});
