import { members } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, asc, eq } from "drizzle-orm";
import type { Actor, Runtime } from "../operation/index.ts";
import { storedRole } from "./member.ts";

/** As whom somebody who has signed in acts; in the organization that they joined first where none is named. Null where they are no member. */
export async function actorOfUser(
  runtime: Runtime,
  userId: string,
  organizationId?: Identifier<"org">,
): Promise<Actor | null> {
  const [member] = await runtime.database.transaction("identity", (db) =>
    db
      .select()
      .from(members)
      .where(
        and(
          eq(members.userId, userId),
          organizationId === undefined ? undefined : eq(members.organizationId, organizationId),
        ),
      )
      .orderBy(asc(members.writtenAt), asc(members.organizationId))
      .limit(1),
  );
  if (!member) return null;
  return {
    kind: "person",
    id: member.personId,
    organizationId: member.organizationId,
    personId: member.personId,
    scopes: [storedRole(member.role)],
  };
}
