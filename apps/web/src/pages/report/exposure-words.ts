import type { Report, ReportExposure } from "@headwater/contract/reports";
import { money } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** What follows the name of an exposed project. */
export function factsOf(
  { productsWithIt, gap, channels }: ReportExposure,
  { products, currency }: Report["summary"],
): string {
  return [
    t().inProducts(productsWithIt, products),
    t().gotNothing,
    gap === null ? "" : t().price(money({ amount: gap, currency })),
    channels.length === 0 ? t().noWay : t().ways(channels.length),
  ].join("");
}
