import { Rate, SetRate } from "@headwater/contract/money";
import { rates } from "@headwater/db/tables";
import { askedAmount, askedCurrency } from "../giving/asked.ts";
import { badField, writing } from "../operation/index.ts";
import { shownRate } from "./shown.ts";

/** For time that is logged from now on; rows that are booked keep the value that they have. */
export const setRate = writing({
  name: "rate.set",
  access: "rate.set",
  input: SetRate,
  output: Rate,
  async run(context, input) {
    const currency = askedCurrency("hourly.currency", input.hourly.currency);
    const hourlyMinor = askedAmount("hourly.amount", input.hourly.amount, currency);
    if (hourlyMinor === 0n)
      throw badField(
        "hourly.amount",
        "an hourly rate above 0 is needed; without a rate the value of time is unknown, which is not 0",
      );
    const [row] = await context.db
      .insert(rates)
      .values({
        organizationId: context.organization.id,
        id: context.newId("rat"),
        roleFamily: input.roleFamily ?? null,
        region: input.region ?? null,
        from: input.from,
        hourlyMinor,
        currency,
      })
      .returning();
    if (!row) throw new Error("the rate was written and cannot be read");
    return shownRate(row);
  },
  // The amount is left out: more roles read the audit than may see what an hour is worth.
  audit: (rate) => ({
    entity: `rate:${rate.id}`,
    detail: { roleFamily: rate.roleFamily, region: rate.region, from: rate.from },
  }),
});
