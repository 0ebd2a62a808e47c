import type { Report } from "@headwater/contract/reports";
import { money } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** Cash per developer beside what the Open Source Pledge asks. */
export function pledgeWords({ summary: { pledge } }: Report, unit: string | undefined): string {
  // A team gives no money.
  if (unit !== undefined) return t().neverSummed;
  const said =
    pledge.perDeveloper === null
      ? t().noDevelopers
      : t().perDeveloper(money({ amount: pledge.perDeveloper, currency: pledge.currency }));
  return `${said} ${t().neverSummed}`;
}
