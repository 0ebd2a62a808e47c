import { Headcounts, ListHeadcounts } from "@headwater/contract/money";
import { headcounts } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, asc, desc, eq } from "drizzle-orm";
import { keyedPage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";

/** The headcount in force for each month, in the order of the months. */
export const listHeadcounts = reading({
  name: "headcount.list",
  access: "headcount.read",
  input: ListHeadcounts,
  output: Headcounts,
  async run(context, input) {
    const own = eq(headcounts.organizationId, context.organization.id);
    const page = await keyedPage({
      input,
      id: headcounts.id,
      key: headcounts.month,
      parseId: (text) => parseIdentifier("hdc", text),
      parseKey: textKey,
      read: (condition, limit) =>
        context.db
          .selectDistinctOn([headcounts.month], {
            month: headcounts.month,
            developers: headcounts.developers,
          })
          .from(headcounts)
          .where(and(own, condition))
          .orderBy(asc(headcounts.month), desc(headcounts.writtenAt), desc(headcounts.id))
          .limit(limit),
      keyOf: (row) => row.month,
      newestId: async () => {
        const [row] = await context.db
          .select({ id: headcounts.id })
          .from(headcounts)
          .where(own)
          .orderBy(desc(headcounts.id))
          .limit(1);
        return row?.id ?? null;
      },
    });
    return {
      ...page,
      items: page.items.map((row) => ({ month: row.month, developers: Number(row.developers) })),
    };
  },
});
