import type { Report } from "@headwater/contract/reports";
import { money } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** Cash per developer beside what the Open Source Pledge asks. */
export function pledgeWords({ summary: { pledge } }: Report): string {
  const said =
    pledge.perDeveloper === null
      ? t().noDevelopers
      : t().perDeveloper(money({ amount: pledge.perDeveloper, currency: pledge.currency }));
  return `${said} ${t().neverSummed}`;
}
