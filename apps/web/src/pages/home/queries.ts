import { queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { api, asked } from "../../server.ts";

/** So many of the largest gaps stand on the page. */
const SHOWN_GAPS = 5;

export function trendQuery({ period, unit, basis }: Scope) {
  const scope = { period, team: unit, basis };
  return queryOptions({
    queryKey: ["usage", "trend", scope],
    queryFn: () => asked(api.ratios.trend.query(scope)),
  });
}

export function largestGapsQuery({ period, unit, basis }: Scope) {
  const scope = { period, team: unit, basis };
  return queryOptions({
    queryKey: ["usage", "gaps", scope],
    queryFn: () => asked(api.ratios.read.query({ ...scope, by: "project", limit: SHOWN_GAPS })),
  });
}

export const needsQuery = queryOptions({
  queryKey: ["usage", "needs"],
  queryFn: () => asked(api.needs.list.query({})),
});
