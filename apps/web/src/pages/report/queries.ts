import { queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { api, asked } from "../../server.ts";

/** One reading of all that stands on the page. */
export function reportQuery({ period, unit }: Pick<Scope, "period" | "unit">) {
  const scope = { period, team: unit };
  return queryOptions({
    queryKey: ["usage", "report", scope],
    queryFn: () => asked(api.reports.read.query(scope)),
  });
}

/** Where the same reading is had as data. */
export function reportAddress({ period, unit }: Pick<Scope, "period" | "unit">): string {
  const query = new URLSearchParams({ period, ...(unit === undefined ? {} : { team: unit }) });
  return `/api/v1/report?${query.toString()}`;
}
