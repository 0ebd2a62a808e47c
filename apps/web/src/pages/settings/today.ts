import { todayIn } from "@headwater/domain/period";
import { useQuery } from "@tanstack/solid-query";
import { organizationQuery } from "../../queries.ts";

/** Today where the organization's days begin and end. */
export function useToday(): () => string {
  const organization = useQuery(() => organizationQuery);
  return () => todayIn(organization.data?.timeZone ?? "UTC", Date.now());
}
