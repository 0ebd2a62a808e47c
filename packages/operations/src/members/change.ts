import { ChangeMember, Member } from "@headwater/contract/organization";
import { members } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { revokeKeysBeyond } from "../keys/revoke-of-person.ts";
import { writing } from "../operation/index.ts";
import { lockedMember, memberRows, requireOtherOwner } from "./member.ts";
import { endSessions } from "./user.ts";

/** Another role. Keys of the person that grant more than the new role are revoked, and their sessions end: nobody goes on with the rights of before. */
export const changeMember = writing({
  name: "member.change",
  access: "member.manage",
  input: ChangeMember,
  output: Member,
  async run(context, input) {
    const member = await lockedMember(context, input.userId);
    if (member.role === "owner" && input.role !== "owner") await requireOtherOwner(context, input.userId);
    await context.db
      .update(members)
      .set({ role: input.role })
      .where(and(eq(members.organizationId, context.organization.id), eq(members.userId, input.userId)));
    await revokeKeysBeyond(context, member.personId, [input.role]);
    if (input.role !== member.role) await endSessions(context, input.userId);
    const [row] = await memberRows(context, eq(members.userId, input.userId), 1);
    if (!row) throw new Error(`${member.personId} was changed and cannot be read`);
    return row;
  },
  audit: (member) => ({ entity: `person:${member.person}`, detail: { role: member.role } }),
});
