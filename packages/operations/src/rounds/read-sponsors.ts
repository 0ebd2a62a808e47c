import { ReadSponsors, Sponsors } from "@headwater/contract/rounds";
import { badField, reading, Refused } from "../operation/index.ts";
import { giftsOf, planOfRound } from "./plan.ts";
import { findRound } from "./row.ts";
import { sponsorFiles } from "./sponsor-rows.ts";

/** One file of GitHub's bulk sponsorships, of as many as the round needs. */
export const readSponsors = reading({
  name: "round.read-sponsors",
  access: "ratio.read",
  input: ReadSponsors,
  output: Sponsors,
  async run(context, { id, part }) {
    const row = await findRound(context, id);
    const plan = await planOfRound(context, row);
    const files = await sponsorFiles(context, await giftsOf(context, plan));
    const { currency } = context.organization;
    if (files === null)
      throw new Refused(
        "conflict",
        `GitHub takes sponsorships in US dollars, and there is no exchange rate between ${currency} and USD of the last seven days. Add one under Settings, Exchange rates, and ask again.`,
      );
    if (part > Math.max(1, files.length))
      throw badField("part", `this round has ${files.length} ${files.length === 1 ? "file" : "files"}`);
    return {
      part,
      parts: files.length,
      items: (files[part - 1] ?? []).map(({ username, whole }) => ({ username, amount: Number(whole) })),
    };
  },
});
