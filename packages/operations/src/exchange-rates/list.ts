import { ExchangeRates, ListExchangeRates } from "@headwater/contract/money";
import { exchangeRates } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";

/** Newest first, as they were entered. */
export const listExchangeRates = reading({
  name: "exchange-rate.list",
  access: "exchange-rate.read",
  input: ListExchangeRates,
  output: ExchangeRates,
  async run(context, input) {
    const rows = await context.db
      .select({
        id: exchangeRates.id,
        base: exchangeRates.base,
        quote: exchangeRates.quote,
        day: exchangeRates.day,
        rate: exchangeRates.rate,
        source: exchangeRates.source,
      })
      .from(exchangeRates)
      .where(
        and(
          eq(exchangeRates.organizationId, context.organization.id),
          olderThan(input.cursor, "exr", exchangeRates.id),
        ),
      )
      .orderBy(desc(exchangeRates.id))
      .limit(input.limit + 1);
    return newestPage(rows, input);
  },
});
