import type { Transaction } from "@headwater/db";
import { members, organizations, people, tenants } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import type { z } from "zod";
import { makeUser, type NewAccount } from "../members/user.ts";

export interface NewOrganization {
  readonly organizationId: Identifier<"org">;
  readonly personId: Identifier<"prs">;
  readonly salt: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
  readonly owner: NewOwner;
}

/** With an account the user is made too; without it the user exists. */
export interface NewOwner {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly account?: z.output<typeof NewAccount>;
}

/** An organization with its owner as a person and as a member, in the caller's transaction, which is scoped to it. */
export async function writeOrganization(db: Transaction, given: NewOrganization): Promise<void> {
  const { organizationId, personId, owner, name, currency, timeZone, salt } = given;
  await db.insert(tenants).values({ organizationId });
  await db.insert(organizations).values({ organizationId, name, currency, timeZone, salt });
  await db.insert(people).values({ organizationId, id: personId, name: owner.name, email: owner.email });
  if (owner.account !== undefined) await makeUser(db, owner, owner.account);
  await db.insert(members).values({ organizationId, userId: owner.userId, role: "owner", personId });
}
