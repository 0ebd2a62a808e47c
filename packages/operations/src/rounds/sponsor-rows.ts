import { wholeDollars, type WholeAmount } from "@headwater/domain/allocation";
import { convertMinor, invertRate } from "@headwater/domain/money";
import { exchangeOn } from "../giving/value.ts";
import type { Context } from "../operation/index.ts";
import type { Gift } from "./plan.ts";

/**
 * The files of GitHub's bulk sponsorships for these gifts: in US dollars at today's rate. Null where there is no rate
 * from the organization's currency.
 */
export async function sponsorFiles(
  context: Context,
  gifts: readonly Gift[],
): Promise<readonly (readonly WholeAmount[])[] | null> {
  const own = context.organization.currency;
  const exchange = await exchangeOn(context, context.today, "USD");
  if (exchange === null) return null;
  const rate = invertRate(exchange.rate);
  return wholeDollars(
    gifts.flatMap(({ payee, giftMinor }) =>
      payee?.as === "csv" && payee.handle !== null
        ? [{ username: payee.handle, amountMinor: convertMinor(giftMinor, own, "USD", rate) }]
        : [],
    ),
  );
}
