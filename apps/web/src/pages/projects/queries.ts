import { queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { server } from "../../server.ts";

/** Which products contain which projects. */
export function presenceQuery({ period, unit }: Scope) {
  const scope = { period, unit };
  return queryOptions({ queryKey: ["usage", "presence", scope], queryFn: () => server.presence(scope) });
}

export function givingMonthsQuery({ period, unit, basis }: Scope) {
  const scope = { period, unit, basis };
  return queryOptions({
    queryKey: ["usage", "giving-months", scope],
    queryFn: () => server.givingMonths(scope),
  });
}

/** Heavier than the rest: asked for only while its column is shown. */
export function usageMonthsQuery({ period, unit }: Scope, shown: boolean) {
  const scope = { period, unit };
  return queryOptions({
    queryKey: ["usage", "usage-months", scope],
    queryFn: () => server.usageMonths(scope),
    enabled: shown,
  });
}

export const viewsQuery = queryOptions({ queryKey: ["views"], queryFn: server.views });
