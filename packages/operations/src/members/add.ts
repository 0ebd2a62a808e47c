import { AddMember, Member } from "@headwater/contract/organization";
import { members, people } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, type Context, perform, Refused, type Runtime, writing } from "../operation/index.ts";
import { memberRows } from "./member.ts";

/** The user was made by the library of authentication; whoever bears the same e-mail address here already is that person. */
const AddedMember = AddMember.omit({ password: true }).extend({ userId: z.string().min(1).max(80) });
type AddedMember = z.output<typeof AddedMember>;

/**
 * Lets a user act for the organization. Not among the operations that a router offers: which user it is must not be
 * left to whoever asks.
 */
export async function addMember(
  runtime: Runtime,
  actor: Actor,
  given: AddedMember,
): Promise<z.output<typeof Member>> {
  return await perform(memberAdd, runtime, actor, given);
}

const memberAdd = writing({
  name: "member.add",
  access: "member.manage",
  input: AddedMember,
  output: Member,
  async run(context, input) {
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
