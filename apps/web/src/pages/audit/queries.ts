import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api, asked } from "../../server.ts";
import type { AuditSearch } from "./search.ts";

const PAGE_ROWS = 100;

export const auditFiltersQuery = queryOptions({
  queryKey: ["audit", "filters"],
  queryFn: () => asked(api.audit.readFilters.query({})),
});

export const auditVerdictQuery = queryOptions({
  queryKey: ["audit", "verdict"],
  queryFn: () => asked(api.audit.verify.query({})),
});

export function auditQuery({ actor, operation, from, to }: AuditSearch) {
  const filters = { actor, operation, from, to };
  return infiniteQueryOptions({
    queryKey: ["audit", "rows", filters],
    queryFn: ({ pageParam }) =>
      asked(api.audit.list.query({ ...filters, limit: PAGE_ROWS, cursor: pageParam })),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}
export type AuditRow = Awaited<ReturnType<typeof api.audit.list.query>>["items"][number];

/** Where the rows that match are answered as a file, the newest thousand of them. */
export function exportAddress({ actor, operation, from, to }: AuditSearch): string {
  const query = new URLSearchParams({ format: "csv", limit: "1000" });
  for (const [name, value] of Object.entries({ actor, operation, from, to }))
    if (value !== undefined) query.set(name, value);
  return `/api/v1/audit?${query.toString()}`;
}

function startOfList(): string | undefined {
  return undefined;
}
