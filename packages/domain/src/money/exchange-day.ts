import { epochDay } from "../period/index.ts";
import type { Day } from "../period/index.ts";
import type { Currency } from "./currency.ts";
import { invertRate } from "./exchange.ts";
import type { ExactRate } from "./exchange.ts";

/** A published rate: on `day`, 1 base = rate quote. */
export interface ExchangeRate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly day: Day;
  readonly rate: ExactRate;
}

export type ChosenExchangeRate<Row extends ExchangeRate> =
  | {
      readonly kind: "known";
      readonly rate: ExactRate;
      readonly row: Row | null;
      readonly direction: "same-currency" | "published" | "inverse";
    }
  | { readonly kind: "unknown"; readonly reason: "no-exchange-rate" };

/** Central banks publish on working days; the longest run of holidays in their calendars is below a week. */
export const MAX_EXCHANGE_RATE_AGE_DAYS = 7;

/**
 * The rate that turns `base` into `quote` on `day`: the last one published on or before it, at most seven days old
 * (product.md, "each at the exchange rate of its day"). A row of the opposite direction serves as its exact inverse; on
 * the same day the row in the asked direction wins, and among equals the one written later, which corrects the earlier.
 * `rates` may hold other pairs and stands in the order of writing. `row` is null only for one currency with itself.
 */
export function rateOn<Row extends ExchangeRate>(
  day: Day,
  base: Currency,
  quote: Currency,
  rates: readonly Row[],
): ChosenExchangeRate<Row> {
  if (base === quote) {
    return { kind: "known", rate: { numerator: 1n, denominator: 1n }, row: null, direction: "same-currency" };
  }
  const published = latest(day, rates, (row) => row.base === base && row.quote === quote);
  const inverse = latest(day, rates, (row) => row.base === quote && row.quote === base);
  if (published !== null && (inverse === null || inverse.day <= published.day)) {
    return { kind: "known", rate: published.rate, row: published, direction: "published" };
  }
  if (inverse !== null)
    return { kind: "known", rate: invertRate(inverse.rate), row: inverse, direction: "inverse" };
  return { kind: "unknown", reason: "no-exchange-rate" };
}

function latest<Row extends ExchangeRate>(
  day: Day,
  rates: readonly Row[],
  isPair: (row: Row) => boolean,
): Row | null {
  const oldest = epochDay(day) - MAX_EXCHANGE_RATE_AGE_DAYS;
  let found: Row | null = null;
  for (const row of rates) {
    if (!isPair(row) || row.day > day || epochDay(row.day) < oldest) continue;
    if (found === null || row.day >= found.day) found = row;
  }
  return found;
}
