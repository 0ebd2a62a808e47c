/** What is asked of the server and for how long an answer counts; pages and guards share the answers. */
import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/solid-query";
import { Refusal, server } from "./server.ts";

/** Only a server that could not answer is asked again; a refusal stays a refusal. */
function worthAnotherTry(failures: number, error: Error): boolean {
  const status = error instanceof Refusal ? error.problem.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 30_000, refetchOnWindowFocus: false } },
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
