import { Member, RemoveMember } from "@headwater/contract/organization";
import { members } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { revokeKeysBeyond } from "../keys/revoke-of-person.ts";
import { writing } from "../operation/index.ts";
import { lockedMember, memberRows, requireOtherOwner } from "./member.ts";
import { endSessions, removeUser } from "./user.ts";

/** They may no longer sign in here, nor may their keys. The person and their rows stay. */
export const removeMember = writing({
  name: "member.remove",
  access: "member.manage",
  input: RemoveMember,
  output: Member,
  async run(context, input) {
    const member = await lockedMember(context, input.userId);
    if (member.role === "owner") await requireOtherOwner(context, input.userId);
    const [shown] = await memberRows(context, eq(members.userId, input.userId), 1);
    if (!shown) throw new Error(`${member.personId} is a member and cannot be read`);
    await context.db
      .delete(members)
      .where(and(eq(members.organizationId, context.organization.id), eq(members.userId, input.userId)));
    await revokeKeysBeyond(context, member.personId, []);
    await endSessions(context, input.userId);
    await removeUser(context, input.userId);
    return shown;
  },
  audit: (member) => ({ entity: `person:${member.person}`, detail: { role: member.role } }),
});
