import type { rates } from "@headwater/db/tables";
import { printAmount } from "@headwater/domain/money";
import { storedCurrency } from "../giving/value.ts";

export function shownRate(row: typeof rates.$inferSelect) {
  const amount = printAmount(row.hourlyMinor, storedCurrency(row.currency));
  return {
    id: row.id,
    roleFamily: row.roleFamily,
    region: row.region,
    from: row.from,
    hourly: { amount, currency: row.currency },
  };
}
