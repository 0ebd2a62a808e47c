import type { Database, Transaction } from "@headwater/db";
import {
  authAccounts,
  authSessions,
  authUsers,
  authVerifications,
  members,
  people,
} from "@headwater/db/tables";
import { and, asc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../operation/index.ts";

/** What the library of authentication needs of a user who signs in with a password. */
export const NewAccount = z.object({
  accountId: z.string().min(1).max(80),
  /** As the library derives it. */
  passwordDigest: z.string().min(1).max(500),
});
type NewAccount = z.output<typeof NewAccount>;

/** Whether somebody with this address acts for the organization already, by their account or as the person that they are. */
export async function isMemberByAddress(context: Context, email: string): Promise<boolean> {
  const address = email.toLowerCase();
  // Of two requests for one address at once the second finds what the first wrote.
  await context.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`members of ${context.organization.id}`}, 0))`,
  );
  const rows = await context.db
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(authUsers, eq(authUsers.id, members.userId))
    .innerJoin(
      people,
      and(eq(people.organizationId, members.organizationId), eq(people.id, members.personId)),
    )
    .where(
      and(
        eq(members.organizationId, context.organization.id),
        or(
          eq(authUsers.address, address),
          eq(authUsers.email, address),
          eq(sql`lower(${people.email})`, address),
        ),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * A user of this organization alone, with the password that they are given here: nobody who made a user with the same
 * address elsewhere can sign in as this one, and the answer says nothing of whether there is one. The library wants its
 * e-mail to be unique, so it is made of the id; people sign in with `address`.
 */
export async function makeUser(
  db: Transaction,
  given: { readonly userId: string; readonly name: string; readonly email: string },
  account: NewAccount,
): Promise<void> {
  const { userId, name } = given;
  await db.insert(authUsers).values({
    id: userId,
    name,
    email: uniqueEmail(userId),
    address: given.email.toLowerCase(),
    emailVerified: true,
  });
  await db.insert(authAccounts).values({
    id: account.accountId,
    userId,
    accountId: userId,
    providerId: "credential",
    password: account.passwordDigest,
  });
}

/** In a domain that nobody can have (RFC 2606). */
function uniqueEmail(userId: string): string {
  return `${userId.toLowerCase()}@users.invalid`;
}

/** Those who sign in with the address, with what the library derived of their passwords. */
export async function usersWithAddress(
  database: Database,
  address: string,
): Promise<readonly { readonly email: string; readonly passwordDigest: string | null }[]> {
  return await database.transaction("identity", (db) =>
    db
      .select({ email: authUsers.email, passwordDigest: authAccounts.password })
      .from(authUsers)
      .innerJoin(authAccounts, eq(authAccounts.userId, authUsers.id))
      .where(or(eq(authUsers.address, address), eq(authUsers.email, address)))
      .orderBy(asc(authUsers.createdAt), asc(authUsers.id)),
  );
}

/** They sign in anew: a session of before is no session after. */
export async function endSessions(context: Context, userId: string): Promise<void> {
  await context.db.delete(authSessions).where(eq(authSessions.userId, userId));
}

/** The account of somebody who acts for no other organization goes with their membership. */
export async function removeUser(context: Context, userId: string): Promise<void> {
  const elsewhere = await context.db
    .select({ userId: members.userId })
    .from(members)
    .where(eq(members.userId, userId))
    .limit(1);
  if (elsewhere.length > 0) return;
  const [user] = await context.db
    .delete(authUsers)
    .where(eq(authUsers.id, userId))
    .returning({ email: authUsers.email });
  if (user) await context.db.delete(authVerifications).where(eq(authVerifications.identifier, user.email));
}
