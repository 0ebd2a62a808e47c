import { SetTarget, Target } from "@headwater/contract/money";
import { targets } from "@headwater/db/tables";
import { convertMinor } from "@headwater/domain/money";
import { fiscalYearPeriod } from "@headwater/domain/period";
import { askedAmount, askedCurrency } from "../giving/asked.ts";
import { exchangeOn } from "../giving/value.ts";
import { badField, writing } from "../operation/index.ts";
import { shownTarget } from "./shown.ts";

/** What the company means to give in a fiscal year; setting it again adds a row, and the newest one counts. */
export const setTarget = writing({
  name: "target.set",
  access: "target.set",
  input: SetTarget,
  output: Target,
  async run(context, input) {
    const currency = askedCurrency("currency", input.currency);
    const amountMinor = askedAmount("amount", input.amount, currency);
    const year = fiscalYearPeriod(input.year, context.organization.fiscalYearStart);
    if (year === null) throw badField("year", `${input.year} is out of range; write a year such as 2026`);
    // Without a rate for the first day the value stays unknown; setting the target again once a rate is there gives it one.
    const exchange = await exchangeOn(context, year.start, currency);
    const own = context.organization.currency;
    const valueMinor = exchange === null ? null : convertMinor(amountMinor, currency, own, exchange.rate);
    const row = { year: input.year, amountMinor, currency, valueMinor };
    await context.db
      .insert(targets)
      .values({ organizationId: context.organization.id, id: context.newId("tgt"), ...row });
    return shownTarget(row, own);
  },
  audit: (target) => ({
    entity: `target:${target.year}`,
    detail: { amount: target.amount, currency: target.currency, value: target.value },
  }),
});
