import { queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { server } from "../../server.ts";

/** An ecosystem narrows lists of projects and nothing of one. */
function scopeOf({ period, unit, basis }: Scope): Scope {
  return { period, unit, basis };
}

export function projectQuery(project: string, scope: Scope) {
  const asked = scopeOf(scope);
  return queryOptions({
    queryKey: ["usage", "project", project, asked],
    queryFn: () => server.project(project, asked),
  });
}

export function projectUseQuery(project: string) {
  return queryOptions({
    queryKey: ["usage", "project-use", project],
    queryFn: () => server.projectUse(project),
  });
}

export function projectMonthsQuery(project: string, scope: Scope) {
  const asked = scopeOf(scope);
  return queryOptions({
    queryKey: ["usage", "project-months", project, asked],
    queryFn: () => server.projectMonths(project, asked),
  });
}

export function projectHistoryQuery(project: string, { period }: Scope) {
  return queryOptions({
    queryKey: ["usage", "project-history", project, period],
    queryFn: () => server.projectHistory(project, { period }),
  });
}

/** What a query has answered, also where it failed later; nothing while it is first asked, so that the parts of a page wait each for its own. */
export function answered<Answer>(query: {
  readonly isPending: boolean;
  readonly data: Answer | undefined;
}): Answer | undefined {
  return query.isPending ? undefined : query.data;
}
