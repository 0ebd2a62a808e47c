import { Headcounts, ListHeadcounts } from "@headwater/contract/money";
import { headcounts } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { inForcePage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";

/** The headcount in force for each month, in the order of the months. */
export const listHeadcounts = reading({
  name: "headcount.list",
  access: "headcount.read",
  input: ListHeadcounts,
  output: Headcounts,
  async run(context, input) {
    const page = await inForcePage(context, {
      input,
      table: headcounts,
      key: headcounts.month,
      parseId: (text) => parseIdentifier("hdc", text),
      parseKey: textKey,
      read: (condition, order, limit) =>
        context.db
          .selectDistinctOn([headcounts.month], {
            month: headcounts.month,
            developers: headcounts.developers,
          })
          .from(headcounts)
          .where(condition)
          .orderBy(...order)
          .limit(limit),
      keyOf: (row) => row.month,
    });
    return {
      ...page,
      items: page.items.map((row) => ({ month: row.month, developers: Number(row.developers) })),
    };
  },
});
