import type { Currency } from "./currency.ts";
import { convertMinor } from "./exchange.ts";
import type { ExactRate } from "./exchange.ts";
import type { Money } from "./amount.ts";

/**
 * What minutes at an hourly rate are worth in another currency (1 of the rate's currency = `rate` of `to`), in minor units of `to`.
 * Rounded once, half to even, over the whole product: rounding the hourly value first would move a cent (product.md, "Give-back").
 */
export function effortValueMinor(minutes: number, hourly: Money, to: Currency, rate: ExactRate): bigint {
  const scaled = { numerator: rate.numerator * BigInt(minutes), denominator: rate.denominator * 60n };
  return convertMinor(hourly.amountMinor, hourly.currency, to, scaled);
}
