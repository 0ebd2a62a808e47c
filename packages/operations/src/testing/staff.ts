import { authUsers } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import type { Role } from "@headwater/domain/organization";
import { randomUUID } from "node:crypto";
import { actorOfUser } from "../members/actor-of-user.ts";
import { addMember } from "../members/add.ts";
import type { Actor } from "../operation/index.ts";
import { testActor, type TestRuntime } from "./runtime.ts";

export interface StaffMember {
  readonly actor: Actor;
  readonly userId: string;
  readonly personId: Identifier<"prs">;
  readonly email: string;
}

/** Somebody who can sign in, made as the product makes them. */
export async function hire(
  runtime: TestRuntime,
  organizationId: Identifier<"org">,
  name: string,
  role: Role,
): Promise<StaffMember> {
  const userId = randomUUID();
  const email = `${name.toLowerCase()}.${userId}@example.com`;
  await runtime.database.transaction("identity", (db) =>
    db.insert(authUsers).values({ id: userId, name, email }),
  );
  const member = await addMember(runtime, testActor(organizationId, ["owner"]), {
    userId,
    name,
    email,
    role,
  });
  const actor = await actorOfUser(runtime, userId, organizationId);
  const personId = parseIdentifier("prs", member.person);
  if (actor === null || personId === null) throw new Error(`${name} was hired and is no member`);
  return { actor, userId, personId, email };
}
