import { Keys, ListKeys } from "@headwater/contract/organization";
import { apiKeys } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownKey } from "./key.ts";

/** Newest first, revoked ones too. */
export const listKeys = reading({
  name: "key.list",
  access: "key.manage",
  input: ListKeys,
  output: Keys,
  async run(context, input) {
    const rows = await context.db
      .select()
      .from(apiKeys)
      .where(
        and(eq(apiKeys.organizationId, context.organization.id), olderThan(input.cursor, "key", apiKeys.id)),
      )
      .orderBy(desc(apiKeys.id))
      .limit(input.limit + 1);
    return newestPage(rows.map(shownKey), input);
  },
});
