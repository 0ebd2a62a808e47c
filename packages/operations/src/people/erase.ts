import { ErasePerson, Person } from "@headwater/contract/organization";
import {
  contributionNotes,
  contributions,
  idempotencyKeys,
  identities,
  members,
  people,
  savedViews,
} from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { exceeds } from "../keys/key.ts";
import { revokeKeysBeyond } from "../keys/revoke-of-person.ts";
import { lockedMember, requireOtherOwner, storedRole } from "../members/member.ts";
import { removeUser } from "../members/user.ts";
import { type Context, Refused, writing } from "../operation/index.ts";
import { findPerson, shownPerson } from "./person.ts";

/**
 * Forgets who somebody was. Their rows in the ledgers stay as they are, with an id that names nobody any more; the
 * chain of the audit still verifies, because it never held more than that id. Erasing twice changes nothing.
 */
export const erasePerson = writing({
  name: "person.erase",
  access: "person.manage",
  input: ErasePerson,
  output: Person,
  async run(context, input) {
    const person = await findPerson(context, input.id);
    await endMembership(context, person.id);
    await revokeKeysBeyond(context, person.id, []);
    await blankWords(context, person.id, person.email);
    const [row] = await context.db
      .update(people)
      .set({
        name: null,
        email: null,
        roleFamily: null,
        region: null,
        erasedAt: person.erasedAt ?? context.now,
      })
      .where(and(eq(people.organizationId, context.organization.id), eq(people.id, person.id)))
      .returning();
    if (!row) throw new Error(`${person.id} was erased and cannot be read`);
    return shownPerson(row);
  },
  audit: (person) => ({ entity: `person:${person.id}`, detail: {} }),
});

/** They no longer act here; the account goes too, unless they act for another organization. */
async function endMembership(context: Context, personId: Identifier<"prs">): Promise<void> {
  const own = and(eq(members.organizationId, context.organization.id), eq(members.personId, personId));
  const [found] = await context.db.select({ userId: members.userId }).from(members).where(own);
  if (!found) return;
  const member = await lockedMember(context, found.userId);
  if (exceeds([storedRole(member.role)], context.actor.scopes))
    throw new Refused(
      "not-allowed",
      `This person is a member as ${member.role}, with more rights than you have. Ask an owner to remove them as a member first.`,
    );
  if (member.role === "owner") await requireOtherOwner(context, member.userId);
  await context.db.delete(members).where(own);
  await removeUser(context, member.userId);
}

async function blankWords(
  context: Context,
  personId: Identifier<"prs">,
  email: string | null,
): Promise<void> {
  const organizationId = context.organization.id;
  await context.db
    .update(identities)
    .set({ handle: null })
    .where(and(eq(identities.organizationId, organizationId), eq(identities.personId, personId)));
  const theirRows = context.db
    .select({ id: contributions.id })
    .from(contributions)
    .where(and(eq(contributions.organizationId, organizationId), eq(contributions.personId, personId)));
  await context.db
    .update(contributionNotes)
    .set({ link: null, note: null, reason: null })
    .where(
      and(
        eq(contributionNotes.organizationId, organizationId),
        inArray(contributionNotes.contributionId, theirRows),
      ),
    );
  await context.db
    .delete(savedViews)
    .where(and(eq(savedViews.organizationId, organizationId), eq(savedViews.personId, personId)));
  // Answers that are kept for requests sent again repeat a note or an address; the request stays answered, the words go.
  const said = or(holds(personId), email === null ? undefined : holds(email));
  await context.db
    .update(idempotencyKeys)
    .set({ body: JSON.stringify({ erased: personId }) })
    .where(and(eq(idempotencyKeys.organizationId, organizationId), said));
}

function holds(text: string) {
  return sql`position(${text} in ${idempotencyKeys.body}) > 0`;
}
