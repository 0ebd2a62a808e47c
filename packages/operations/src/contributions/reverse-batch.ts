import { ReversedContributions, ReverseContributions } from "@headwater/contract/contributions";
import { writing } from "../operation/index.ts";
import { writeReversal } from "./write-reversal.ts";

/** Takes back what was logged in one go, such as a copied week: all of it or nothing, in one transaction. */
export const reverseContributions = writing({
  name: "contribution.reverse-batch",
  access: "contribution.log",
  input: ReverseContributions,
  output: ReversedContributions,
  async run(context, input) {
    const reversals: string[] = [];
    // In the order of their ids, so that two who take back the same rows wait for each other and never in a ring.
    for (const id of [...new Set(input.ids)].sort())
      reversals.push(await writeReversal(context, id, input.reason));
    return { reversed: reversals.length, reversals };
  },
  audit: (output) => ({ entity: null, detail: { reversals: output.reversals } }),
});
