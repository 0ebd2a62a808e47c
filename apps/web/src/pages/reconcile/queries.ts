/** What the page asks, and what a decision may have changed. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { queryClient } from "../../queries.ts";
import { api, asked } from "../../server.ts";

/** The head of the queue: whoever has decided so many finds the next ones there. */
const QUEUE_ROWS = 300;
const PAGE_ROWS = 200;

/** How often the state is asked for while products are being computed. */
const COMPUTING_MS = 1500;

export const mappingStateQuery = queryOptions({
  queryKey: ["mapping", "state"],
  queryFn: () => asked(api.mapping.readState.query({})),
  refetchInterval: ({ state }) => ((state.data?.recomputing ?? 0) > 0 ? COMPUTING_MS : false),
});
export type MappingState = Awaited<ReturnType<typeof api.mapping.readState.query>>;

export const proposalsQuery = queryOptions({
  queryKey: ["mapping", "proposals"],
  queryFn: () => asked(api.mapping.listProposals.query({})),
});
export type Proposal = Awaited<ReturnType<typeof api.mapping.listProposals.query>>["items"][number];

export const looseQuery = queryOptions({
  queryKey: ["mapping", "loose"],
  queryFn: () => asked(api.mapping.listLoose.query({ limit: QUEUE_ROWS })),
});
export type LoosePackage = Awaited<ReturnType<typeof api.mapping.listLoose.query>>["items"][number];

export const rulesQuery = infiniteQueryOptions({
  queryKey: ["mapping", "rules"],
  queryFn: ({ pageParam }) => asked(api.mapping.listRules.query({ limit: 1000, cursor: pageParam })),
  initialPageParam: startOfList(),
  getNextPageParam: (page) => page.nextCursor,
});
export type Rule = Awaited<ReturnType<typeof api.mapping.listRules.query>>["items"][number];

/** Packages of which files state where they come from; `disputed` those of which they say different things. */
export function evidenceQuery(disputed: boolean) {
  return infiniteQueryOptions({
    queryKey: ["mapping", "evidence", disputed],
    queryFn: ({ pageParam }) =>
      asked(
        api.mapping.listPackages.query({
          ...(disputed ? { disputed } : { basis: "stated" as const }),
          limit: PAGE_ROWS,
          cursor: pageParam,
        }),
      ),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}
export type StatedPackage = Awaited<ReturnType<typeof api.mapping.listPackages.query>>["items"][number];

/** What a rule would move, without moving it. */
export function rulePreviewQuery(pattern: string, project: string) {
  return queryOptions({
    queryKey: ["mapping", "preview", pattern, project],
    queryFn: () => asked(api.mapping.setRule.mutate({ pattern, project, preview: true })),
    enabled: pattern.trim() !== "" && project.trim() !== "",
    retry: false,
  });
}

/** What would be ours, without making it so. */
export function oursPreviewQuery(pattern: string) {
  return queryOptions({
    queryKey: ["mapping", "ours", pattern],
    queryFn: () => asked(api.mapping.addFirstParty.mutate({ pattern, preview: true })),
    enabled: pattern.trim() !== "",
    retry: false,
  });
}

/** Projects whose slug or name holds what was typed, for a combobox. */
export async function findProjects(typed: string) {
  const found = await asked(
    api.projects.list.query({ ...(typed === "" ? {} : { q: typed }), provisional: false, limit: 8 }),
  );
  return found.items.map(({ slug, name }) => ({ value: slug, name, meaning: slug }));
}

/** Every list of the mapping, and every figure that rests on it. */
export async function mappingChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["mapping"] }),
    queryClient.invalidateQueries({ queryKey: ["usage"] }),
    queryClient.invalidateQueries({ queryKey: ["organization"] }),
  ]);
}

function startOfList(): string | undefined {
  return undefined;
}
