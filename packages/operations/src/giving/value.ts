import { exchangeRates, rates } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import {
  convertMinor,
  effortValueMinor,
  MAX_EXCHANGE_RATE_AGE_DAYS,
  parseCurrency,
  parseRate,
  rateFor,
  rateOn,
  type Currency,
  type ExactRate,
} from "@headwater/domain/money";
import { addDays, type Day } from "@headwater/domain/period";
import { and, asc, eq, gte, lte, or } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** A row's value in the organization's currency, rounded once when the row is written; unknown with a reason, never 0 and never 1:1. */
export interface Valuation {
  readonly valueMinor: bigint | null;
  readonly valueUnknown: "no-rate" | "no-exchange-rate" | null;
  readonly rateId: Identifier<"rat"> | null;
  readonly exchangeRateId: Identifier<"exr"> | null;
}

/** The value of minutes by the rate card of the person's role family and region on that day. */
export async function valueOfMinutes(
  context: Context,
  minutes: number,
  day: Day,
  person: { readonly roleFamily: string | null; readonly region: string | null },
): Promise<Valuation> {
  const cards = await rateCards(context, day);
  const chosen = rateFor({ ...person, day }, cards);
  if (chosen.kind === "unknown")
    return { valueMinor: null, valueUnknown: "no-rate", rateId: null, exchangeRateId: null };
  const { hourly, id } = chosen.card;
  const exchange = await exchangeOn(context, day, hourly.currency);
  if (exchange === null)
    return { valueMinor: null, valueUnknown: "no-exchange-rate", rateId: id, exchangeRateId: null };
  const valueMinor = effortValueMinor(minutes, hourly, context.organization.currency, exchange.rate);
  return { valueMinor, valueUnknown: null, rateId: id, exchangeRateId: exchange.id };
}

/** The value of an amount at the exchange rate of its day. */
export async function valueOfAmount(
  context: Context,
  amountMinor: bigint,
  currency: Currency,
  day: Day,
): Promise<Valuation> {
  const exchange = await exchangeOn(context, day, currency);
  if (exchange === null)
    return { valueMinor: null, valueUnknown: "no-exchange-rate", rateId: null, exchangeRateId: null };
  const valueMinor = convertMinor(amountMinor, currency, context.organization.currency, exchange.rate);
  return { valueMinor, valueUnknown: null, rateId: null, exchangeRateId: exchange.id };
}

async function rateCards(context: Context, day: Day) {
  const rows = await context.db
    .select()
    .from(rates)
    .where(and(eq(rates.organizationId, context.organization.id), lte(rates.from, day)))
    .orderBy(asc(rates.writtenAt), asc(rates.id));
  return rows.map((row) => ({
    id: row.id,
    roleFamily: row.roleFamily,
    region: row.region,
    from: row.from,
    hourly: { amountMinor: row.hourlyMinor, currency: storedCurrency(row.currency) },
  }));
}

/** Rate from `currency` into the organization's on that day; null where none is known. */
export async function exchangeOn(
  context: Context,
  day: Day,
  currency: Currency,
): Promise<{ readonly rate: ExactRate; readonly id: Identifier<"exr"> | null } | null> {
  const own = context.organization.currency;
  if (currency === own) return { rate: { numerator: 1n, denominator: 1n }, id: null };
  const rows = await context.db
    .select()
    .from(exchangeRates)
    .where(
      and(
        eq(exchangeRates.organizationId, context.organization.id),
        lte(exchangeRates.day, day),
        gte(exchangeRates.day, addDays(day, -MAX_EXCHANGE_RATE_AGE_DAYS)),
        or(
          and(eq(exchangeRates.base, currency), eq(exchangeRates.quote, own)),
          and(eq(exchangeRates.base, own), eq(exchangeRates.quote, currency)),
        ),
      ),
    )
    .orderBy(asc(exchangeRates.writtenAt), asc(exchangeRates.id));
  const candidates = rows.map((row) => ({
    id: row.id,
    base: storedCurrency(row.base),
    quote: storedCurrency(row.quote),
    day: row.day,
    rate: storedRate(row.rate),
  }));
  const chosen = rateOn(day, currency, own, candidates);
  return chosen.kind === "unknown" ? null : { rate: chosen.rate, id: chosen.row?.id ?? null };
}

// What is in a ledger was parsed when it was written; anything else is a damaged database and stops the request.

export function storedCurrency(code: string): Currency {
  const currency = parseCurrency(code);
  if (currency === null) throw new Error(`stored currency ${code} is not one of ISO 4217`);
  return currency;
}

function storedRate(text: string): ExactRate {
  const rate = parseRate(text);
  if ("error" in rate) throw new Error(`stored exchange rate ${text}: ${rate.error.message}`);
  return rate;
}
