import { parseAmount, parseCurrency, type Currency } from "@headwater/domain/money";
import { badField } from "../operation/index.ts";

/** A currency as a user writes it; refuses with the field named. */
export function askedCurrency(field: string, text: string): Currency {
  const currency = parseCurrency(text);
  if (currency === null)
    throw badField(
      field,
      `${JSON.stringify(text)} is not a currency of ISO 4217; write three capitals such as USD`,
      "unknown-currency",
    );
  return currency;
}

/** Minor units of an amount of 0 or more as a user writes it; refuses with the field named. */
export function askedAmount(field: string, text: string, currency: Currency): bigint {
  const amountMinor = parseAmount(text, currency);
  if (typeof amountMinor !== "bigint") throw badField(field, amountMinor.error.message);
  if (amountMinor < 0n) throw badField(field, "an amount of 0 or more is needed");
  return amountMinor;
}
