import { Contribution, ReverseContribution } from "@headwater/contract/contributions";
import { contributions } from "@headwater/db/tables";
import { eq } from "drizzle-orm";
import { writing } from "../operation/index.ts";
import { contributionRows } from "./row.ts";
import { writeReversal } from "./write-reversal.ts";

/** The row stays; one that takes it back is added on the same day, with the value that the first one had. */
export const reverseContribution = writing({
  name: "contribution.reverse",
  access: "contribution.log",
  input: ReverseContribution,
  output: Contribution,
  async run(context, input) {
    const reversalId = await writeReversal(context, input.id, input.reason);
    const [reversal] = await contributionRows(context, eq(contributions.id, reversalId), 1);
    if (!reversal) throw new Error(`${reversalId} was written and cannot be read`);
    return reversal;
  },
  audit: (row) => ({
    entity: `contribution:${row.reverses}`,
    detail: { reversal: row.id, minutes: row.minutes },
  }),
});
