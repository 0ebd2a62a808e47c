import { ListTargets, Targets } from "@headwater/contract/money";
import { targets } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { inForcePage, numberKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";
import { shownTarget } from "./shown.ts";

/** The target in force for each fiscal year, in the order of the years. */
export const listTargets = reading({
  name: "target.list",
  access: "target.read",
  input: ListTargets,
  output: Targets,
  async run(context, input) {
    const page = await inForcePage(context, {
      input,
      table: targets,
      key: targets.year,
      parseId: (text) => parseIdentifier("tgt", text),
      parseKey: numberKey,
      read: (condition, order, limit) =>
        context.db
          .selectDistinctOn([targets.year])
          .from(targets)
          .where(condition)
          .orderBy(...order)
          .limit(limit),
      keyOf: (row) => row.year,
    });
    return { ...page, items: page.items.map((row) => shownTarget(row, context.organization.currency)) };
  },
});
