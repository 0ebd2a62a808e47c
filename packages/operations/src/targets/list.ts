import { ListTargets, Targets } from "@headwater/contract/money";
import { targets } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, asc, desc, eq } from "drizzle-orm";
import { keyedPage, numberKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";
import { shownTarget } from "./shown.ts";

/** The target in force for each fiscal year, in the order of the years. */
export const listTargets = reading({
  name: "target.list",
  access: "target.read",
  input: ListTargets,
  output: Targets,
  async run(context, input) {
    const own = eq(targets.organizationId, context.organization.id);
    const page = await keyedPage({
      input,
      id: targets.id,
      key: targets.year,
      parseId: (text) => parseIdentifier("tgt", text),
      parseKey: numberKey,
      read: (condition, limit) =>
        context.db
          .selectDistinctOn([targets.year])
          .from(targets)
          .where(and(own, condition))
          .orderBy(asc(targets.year), desc(targets.writtenAt), desc(targets.id))
          .limit(limit),
      keyOf: (row) => row.year,
      newestId: async () => {
        const [row] = await context.db
          .select({ id: targets.id })
          .from(targets)
          .where(own)
          .orderBy(desc(targets.id))
          .limit(1);
        return row?.id ?? null;
      },
    });
    return { ...page, items: page.items.map((row) => shownTarget(row, context.organization.currency)) };
  },
});
