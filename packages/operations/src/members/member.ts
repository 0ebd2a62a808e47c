import type { Member } from "@headwater/contract/organization";
import { members, people } from "@headwater/db/tables";
import { isRole, type Role } from "@headwater/domain/organization";
import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { type Context, Refused } from "../operation/index.ts";

/** Members with the names of the people that they are, in the order of their user ids. */
export async function memberRows(
  context: Context,
  condition: SQL | undefined,
  limit: number,
): Promise<z.output<typeof Member>[]> {
  const rows = await context.db
    .select({
      userId: members.userId,
      person: members.personId,
      role: members.role,
      name: people.name,
      email: people.email,
    })
    .from(members)
    .innerJoin(
      people,
      and(eq(people.organizationId, members.organizationId), eq(people.id, members.personId)),
    )
    .where(and(eq(members.organizationId, context.organization.id), condition))
    .orderBy(asc(members.userId))
    .limit(limit);
  return rows.map((row) => ({ ...row, role: storedRole(row.role) }));
}

/** The member, held until the transaction ends together with the question who else is an owner. */
export async function lockedMember(context: Context, userId: string): Promise<typeof members.$inferSelect> {
  await context.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`members of ${context.organization.id}`}, 0))`,
  );
  const [row] = await context.db
    .select()
    .from(members)
    .where(and(eq(members.organizationId, context.organization.id), eq(members.userId, userId)));
  if (!row) throw new Refused("not-found", `There is no member ${JSON.stringify(userId)} here.`);
  return row;
}

/** An organization without an owner could never be given one again. The caller holds the lock of lockedMember. */
export async function requireOtherOwner(context: Context, userId: string): Promise<void> {
  const owners = await context.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.organizationId, context.organization.id), eq(members.role, "owner")))
    .limit(2);
  if (owners.some((owner) => owner.userId !== userId)) return;
  throw new Refused("conflict", "This is the last owner. Make somebody else an owner first.");
}

export function storedRole(text: string): Role {
  if (isRole(text)) return text;
  throw new Error(`stored role ${text} is none of this version's roles`);
}
