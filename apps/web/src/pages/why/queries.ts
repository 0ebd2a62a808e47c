import { queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { server } from "../../server.ts";
import type { Asked } from "./search.ts";

/** The company's figures have no ecosystem, because a target is not set for one. */
export function askedWhyQuery({ number, project }: Asked, { period, unit, ecosystem, basis }: Scope) {
  const scope = { period, unit, basis, ecosystem: project === undefined ? undefined : ecosystem };
  return queryOptions({
    queryKey: ["usage", "why", number, project ?? null, scope],
    queryFn: () => server.why(number, project, scope),
  });
}
