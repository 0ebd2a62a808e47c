import { ListMembers, Members } from "@headwater/contract/organization";
import { members } from "@headwater/db/tables";
import { and, eq, gt, sql, type SQL } from "drizzle-orm";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { foreignCursor } from "../listing/newest-first.ts";
import { type Context, reading } from "../operation/index.ts";
import { memberRows } from "./member.ts";

/** Who may sign in, and as what; whoever became a member after the first page is left out of the later ones. */
export const listMembers = reading({
  name: "member.list",
  access: "member.read",
  input: ListMembers,
  output: Members,
  async run(context, input) {
    const cursor = parseCursor(input.cursor);
    const before =
      cursor === null ? undefined : and(gt(members.userId, cursor.after), memberSince(cursor.pin));
    const rows = await memberRows(context, before, input.limit + 1);
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    if (rows.length <= input.limit || last === undefined) return { items, nextCursor: null };
    const pin = cursor?.pin ?? (await newestMemberSince(context));
    return { items, nextCursor: printCursor({ pin, after: last.userId }) };
  },
});

/** Microseconds since 1970: an instant of JavaScript would cut them to milliseconds. */
const sinceMicros = sql`(extract(epoch from ${members.writtenAt}) * 1000000)::bigint`;

function memberSince(pin: string): SQL {
  if (!/^\d{1,18}$/.test(pin)) throw foreignCursor();
  return sql`${sinceMicros} <= ${pin}::bigint`;
}

async function newestMemberSince(context: Context): Promise<string> {
  const [row] = await context.db
    .select({ micros: sql<string>`max(${sinceMicros})` })
    .from(members)
    .where(eq(members.organizationId, context.organization.id));
  return row?.micros ?? "0";
}
