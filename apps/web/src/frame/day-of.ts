import { todayIn } from "@headwater/domain/period";
import { useQuery } from "@tanstack/solid-query";
import { organizationQuery } from "../queries.ts";

/** The day on which an instant, ISO 8601, fell where the organization is: days begin and end there. */
export function useDayOf(): (instant: string) => string {
  const organization = useQuery(() => organizationQuery);
  return (instant) =>
    todayIn(organization.isSuccess ? organization.data.timeZone : "UTC", Date.parse(instant));
}
