import { ListMembers, Members } from "@headwater/contract/organization";
import { gt } from "drizzle-orm";
import { members } from "@headwater/db/tables";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { reading } from "../operation/index.ts";
import { memberRows } from "./member.ts";

/** Who may sign in, and as what. */
export const listMembers = reading({
  name: "member.list",
  access: "member.read",
  input: ListMembers,
  output: Members,
  async run(context, input) {
    const cursor = parseCursor(input.cursor);
    const rows = await memberRows(
      context,
      cursor === null ? undefined : gt(members.userId, cursor.after),
      input.limit + 1,
    );
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > input.limit && last ? printCursor({ pin: last.userId, after: last.userId }) : null,
    };
  },
});
