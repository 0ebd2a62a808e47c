import { AddMember, Member } from "@headwater/contract/organization";
import { members, people } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import {
  type Actor,
  badField,
  type Context,
  type Idempotent,
  perform,
  performOnce,
  Refused,
  type Runtime,
  writing,
} from "../operation/index.ts";
import { memberRows } from "./member.ts";
import { isMemberByAddress, makeUser, NewAccount } from "./user.ts";

/** `account` makes the user in the same transaction; without it the user exists. Whoever bears the same e-mail address here already is that person. */
const AddedMember = AddMember.omit({ password: true }).extend({
  userId: z.string().min(1).max(80),
  account: NewAccount.optional(),
});
type AddedMember = z.output<typeof AddedMember>;
type Added = z.output<typeof Member>;

/**
 * Lets a user act for the organization. Not among the operations that a router offers: which user it is must not be
 * left to whoever asks.
 */
export async function addMember(runtime: Runtime, actor: Actor, given: AddedMember): Promise<Added> {
  return await perform(memberAdd, runtime, actor, given);
}

/** As addMember; a request that is sent again adds nobody twice. */
export async function addMemberOnce(
  runtime: Runtime,
  actor: Actor,
  given: AddedMember,
  idempotent: Idempotent<Added>,
): ReturnType<typeof performOnce> {
  return await performOnce(memberAdd, runtime, actor, given, idempotent);
}

const memberAdd = writing({
  name: "member.add",
  access: "member.manage",
  input: AddedMember,
  output: Member,
  async run(context, input) {
    if (await isMemberByAddress(context, input.email))
      throw badField(
        "email",
        "somebody with this e-mail address is a member here already; change their role instead",
        "already-exists",
      );
    if (input.account !== undefined) await makeUser(context.db, input, input.account);
    const personId = (await personWithEmail(context, input.email)) ?? (await newPerson(context, input));
    const written = await context.db
      .insert(members)
      .values({ organizationId: context.organization.id, userId: input.userId, role: input.role, personId })
      .onConflictDoNothing()
      .returning({ userId: members.userId });
    if (written.length === 0)
      throw new Refused("already-exists", "This user is a member already. Change their role instead.");
    const [row] = await memberRows(context, eq(members.userId, input.userId), 1);
    if (!row) throw new Error(`${personId} became a member and cannot be read`);
    return row;
  },
  audit: (member) => ({ entity: `person:${member.person}`, detail: { role: member.role } }),
  // Not even a digest of the first password's digest is kept.
  digested: ({ account: _, ...input }) => input,
});

async function personWithEmail(context: Context, email: string): Promise<Identifier<"prs"> | null> {
  const [row] = await context.db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.organizationId, context.organization.id),
        eq(sql`lower(${people.email})`, email.toLowerCase()),
      ),
    );
  return row?.id ?? null;
}

async function newPerson(context: Context, input: AddedMember): Promise<Identifier<"prs">> {
  const id = context.newId("prs");
  await context.db
    .insert(people)
    .values({ organizationId: context.organization.id, id, name: input.name, email: input.email });
  return id;
}
