import type { Known } from "@headwater/domain/known";
import { printAmount, type Currency } from "@headwater/domain/money";

/** The value, or null where it is unknown; the reason then stands beside it (see `reason`). */
export function valueOf<Value>(value: Known<Value, string>): Value | null {
  return value.known ? value.value : null;
}

export function amountOf(value: Known<bigint, string>, currency: Currency): string | null {
  return value.known ? printAmount(value.value, currency) : null;
}

/** Spread beside the value: `{ ratio: null, ratioUnknown: "no-usage" }`; nothing where the value is known. */
export function reason<Name extends string>(
  name: Name,
  value: Known<unknown, string>,
): { readonly [Key in Name]?: string } {
  const found: { [Key in Name]?: string } = {};
  if (!value.known) found[name] = value.reason;
  return found;
}
