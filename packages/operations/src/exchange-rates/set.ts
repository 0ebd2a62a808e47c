import { ExchangeRate, SetExchangeRate } from "@headwater/contract/money";
import { exchangeRates } from "@headwater/db/tables";
import { parseRate } from "@headwater/domain/money";
import { addDays } from "@headwater/domain/period";
import { askedCurrency } from "../giving/asked.ts";
import { badField, writing } from "../operation/index.ts";

/** 1 base = rate quote on that day. A later row for the same day corrects an earlier one, for rows that are booked after it. */
export const setExchangeRate = writing({
  name: "exchange-rate.set",
  access: "exchange-rate.set",
  input: SetExchangeRate,
  output: ExchangeRate,
  async run(context, input) {
    const base = askedCurrency("base", input.base);
    const quote = askedCurrency("quote", input.quote);
    if (base === quote)
      throw badField("quote", `${quote} is the base too; an exchange rate is between two currencies`);
    const rate = parseRate(input.rate);
    if ("error" in rate) throw badField("rate", rate.error.message);
    if (input.day > addDays(context.today, 1))
      throw badField("day", `${input.day} is in the future; a rate is published for a day that has come`);
    const row = {
      id: context.newId("exr"),
      base,
      quote,
      day: input.day,
      rate: input.rate,
      source: input.source,
    };
    await context.db.insert(exchangeRates).values({ organizationId: context.organization.id, ...row });
    return row;
  },
  audit: (rate) => ({
    entity: `exchange-rate:${rate.id}`,
    detail: { base: rate.base, quote: rate.quote, day: rate.day, rate: rate.rate },
  }),
});
