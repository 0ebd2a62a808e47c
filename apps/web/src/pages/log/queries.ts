import { queryOptions } from "@tanstack/solid-query";
import { queryClient } from "../../queries.ts";
import { server } from "../../server.ts";

/** The week that holds the day; the present one where there is none. */
export function myWeekQuery(day: string | undefined) {
  return queryOptions({ queryKey: ["log", "week", day ?? "now"], queryFn: () => server.myWeek(day) });
}

export const recentWorkQuery = queryOptions({
  queryKey: ["log", "recent"],
  queryFn: () => server.myRecentWork(),
});

/** What a row that was logged or taken back changes. */
export async function timeChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["log"] }),
    queryClient.invalidateQueries({ queryKey: ["giving"] }),
    queryClient.invalidateQueries({ queryKey: ["usage"] }),
  ]);
}
