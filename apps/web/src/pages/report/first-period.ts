import { todayIn } from "@headwater/domain/period";
import { lastCompleteQuarter } from "../../frame/period.ts";
import { organizationQuery, queryClient } from "../../queries.ts";

/** The quarter that a report is about where nobody names one: the last that is over where the organization is. */
export async function firstPeriod(): Promise<string> {
  const { timeZone } = await queryClient.ensureQueryData(organizationQuery);
  return lastCompleteQuarter(todayIn(timeZone, Date.now()));
}
