import { Headcount, SetHeadcount } from "@headwater/contract/money";
import { headcounts } from "@headwater/db/tables";
import { parseMonth } from "@headwater/domain/period";
import { badField, writing } from "../operation/index.ts";

/** Full-time-equivalent developers on staff in a month; setting it again adds a row, and the newest one counts. */
export const setHeadcount = writing({
  name: "headcount.set",
  access: "headcount.set",
  input: SetHeadcount,
  output: Headcount,
  async run(context, input) {
    const month = parseMonth(input.month);
    if (month === null)
      throw badField("month", `${JSON.stringify(input.month)} is not a month; write it as 2026-07`);
    // Kept with two decimals; a third would be rounded away unseen.
    const developers = input.developers.toFixed(2);
    if (Number(developers) !== input.developers)
      throw badField("developers", "write at most two decimals, such as 12.5");
    await context.db
      .insert(headcounts)
      .values({ organizationId: context.organization.id, id: context.newId("hdc"), month, developers });
    return { month, developers: input.developers };
  },
  audit: (headcount) => ({
    entity: `headcount:${headcount.month}`,
    detail: { developers: headcount.developers },
  }),
});
