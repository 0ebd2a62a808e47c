import { ListRates, Rates } from "@headwater/contract/money";
import { rates } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownRate } from "./shown.ts";

/** Newest first, those that a later one took the place of included: they valued the rows of their time. */
export const listRates = reading({
  name: "rate.list",
  access: "rate.read",
  input: ListRates,
  output: Rates,
  async run(context, input) {
    const rows = await context.db
      .select()
      .from(rates)
      .where(and(eq(rates.organizationId, context.organization.id), olderThan(input.cursor, "rat", rates.id)))
      .orderBy(desc(rates.id))
      .limit(input.limit + 1);
    return newestPage(rows.map(shownRate), input);
  },
});
