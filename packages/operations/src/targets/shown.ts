import { printAmount, type Currency } from "@headwater/domain/money";
import { storedCurrency } from "../giving/value.ts";

interface TargetRow {
  readonly year: number;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly valueMinor: bigint | null;
}

/** `value` is in the organization's currency. */
export function shownTarget(row: TargetRow, own: Currency) {
  return {
    year: row.year,
    amount: printAmount(row.amountMinor, storedCurrency(row.currency)),
    currency: row.currency,
    value: row.valueMinor === null ? null : printAmount(row.valueMinor, own),
    ...(row.valueMinor === null ? { valueUnknown: "no-exchange-rate" } : {}),
  };
}
