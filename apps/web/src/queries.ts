/** What is asked of the server and for how long an answer counts; pages and guards share the answers. */
import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/solid-query";
import { Refusal, server, type WhyNumber } from "./server.ts";

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

export function summaryQuery(period: string) {
  return queryOptions({ queryKey: ["usage", "summary", period], queryFn: () => server.summary(period) });
}

export function ratiosQuery(period: string) {
  return infiniteQueryOptions({
    queryKey: ["usage", "ratios", period],
    queryFn: ({ pageParam }) => server.ratios(period, pageParam),
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function whyQuery(number: WhyNumber, project: string, period: string) {
  return queryOptions({
    queryKey: ["usage", "why", number, project, period],
    queryFn: () => server.why(number, project, period),
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
