/** What is asked of the server and for how long an answer counts; pages and guards share the answers. */
import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/solid-query";
import type { Scope } from "./frame/scope.ts";
import { Refusal, server } from "./server.ts";

/** Only a server that could not answer is asked again; a refusal stays a refusal. */
export function couldNotAnswer(error: Error | null): boolean {
  const status = error instanceof Refusal ? error.problem.status : 0;
  return error !== null && (status === 0 || status >= 500);
}

/** How often a server that is gone is asked whether it is back, while a page waits for it. */
const ASK_AGAIN_MS = 5000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && couldNotAnswer(error),
      // The page recovers by itself: nobody has to reload it when the server is back.
      refetchInterval: ({ state }) => (couldNotAnswer(state.error) ? ASK_AGAIN_MS : false),
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The server may run on this very machine: that there is no internet says nothing of it.
      networkMode: "always",
    },
  },
});

export const installationQuery = queryOptions({
  queryKey: ["installation"],
  queryFn: server.installation,
  staleTime: Infinity,
});
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: server.session,
  staleTime: 300_000,
});
export const organizationQuery = queryOptions({
  queryKey: ["organization"],
  queryFn: server.organization,
  staleTime: 300_000,
});
export const productsQuery = queryOptions({ queryKey: ["products"], queryFn: server.products });

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: server.teams,
  staleTime: 300_000,
});
/** The ecosystems of the last twelve months, largest gap first. */
export const ecosystemsQuery = queryOptions({
  queryKey: ["usage", "ecosystems"],
  queryFn: server.ecosystems,
});

/** Whatever has a name that holds `q`, with the figures of the period. */
export function searchQuery(q: string, period: string) {
  return queryOptions({
    queryKey: ["usage", "search", q, period],
    queryFn: () => server.find(q, period),
    retry: false,
  });
}

/** The company's figures have no ecosystem, because a target is not set for one. */
export function summaryQuery({ period, unit, basis }: Scope) {
  const scope = { period, unit, basis };
  return queryOptions({ queryKey: ["usage", "summary", scope], queryFn: () => server.summary(scope) });
}

export function ratiosQuery({ period, unit, ecosystem, basis }: Scope) {
  const scope = { period, unit, ecosystem, basis };
  return infiniteQueryOptions({
    queryKey: ["usage", "ratios", scope],
    queryFn: ({ pageParam }) => server.ratios(scope, pageParam),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

function startOfList(): string | undefined {
  return undefined;
}

/** What an import may have changed. */
export async function usageChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["usage"] }),
    queryClient.invalidateQueries({ queryKey: ["products"] }),
  ]);
}
