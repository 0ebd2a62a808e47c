import type { CreateRound } from "@headwater/contract/rounds";
import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import { queryClient } from "../../queries.ts";
import { api, asked } from "../../server.ts";

export type Plan = Awaited<ReturnType<typeof api.rounds.plan.query>>;
export type Line = Plan["lines"][number];
export type PayeeSum = Plan["payees"][number];
export type Round = NonNullable<Plan["round"]>;
export type Settings = Omit<Parameters<typeof api.rounds.create.mutate>[0], "name"> &
  Pick<CreateRound, "period">;

/** What rests on usage and giving stands under `usage`, so that whoever changes those asks anew. */
export const roundsQuery = queryOptions({
  queryKey: ["usage", "rounds"],
  queryFn: () => asked(api.rounds.list.query({ limit: 100 })),
});

export function planQuery(id: string, q: string | undefined, others: number) {
  return queryOptions({
    queryKey: ["usage", "plan", id, q ?? "", others],
    queryFn: () => asked(api.rounds.plan.query({ id, q, others })),
    placeholderData: keepPreviousData,
  });
}

/** Null where nothing was typed that could be a budget. */
export function previewQuery(settings: Settings | null) {
  return queryOptions({
    queryKey: ["usage", "preview", settings],
    queryFn: () =>
      asked(api.rounds.preview.query({ ...(settings ?? { period: "ttm", budget: "0" }), others: 0 })),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function createRound(round: Parameters<typeof api.rounds.create.mutate>[0]): Promise<Round> {
  return asked(api.rounds.create.mutate(round));
}

/** A round was written: its plan and the list of rounds are asked anew. */
export async function roundChanged(): Promise<void> {
  await Promise.all(
    ["plan", "rounds"].map((part) => queryClient.invalidateQueries({ queryKey: ["usage", part] })),
  );
}

/** Those that are known; whom to ask first is no payee yet. */
export function payeesOf({ payees }: Pick<Plan, "payees">): number {
  return payees.filter(({ payee }) => payee !== null).length;
}
