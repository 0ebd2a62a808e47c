/** What the sections ask. Lists that a person looks through are read whole, a thousand rows at most. */
import { queryOptions } from "@tanstack/solid-query";
import { api, asked } from "../../server.ts";

const limit = 1000;

export const membersQuery = queryOptions({
  queryKey: ["settings", "members"],
  queryFn: () => asked(api.members.list.query({ limit })),
});
export type Member = Awaited<ReturnType<typeof api.members.list.query>>["items"][number];

export const peopleQuery = queryOptions({
  queryKey: ["settings", "people"],
  queryFn: () => asked(api.people.list.query({ limit })),
});
export type Person = Awaited<ReturnType<typeof api.people.list.query>>["items"][number];

export function identitiesQuery(id: string) {
  return queryOptions({
    queryKey: ["settings", "identities", id],
    queryFn: () => asked(api.people.listIdentities.query({ id, limit })),
    enabled: id !== "",
  });
}
export type Identity = Awaited<ReturnType<typeof api.people.listIdentities.query>>["items"][number];

export const targetsQuery = queryOptions({
  queryKey: ["settings", "targets"],
  queryFn: () => asked(api.money.listTargets.query({ limit })),
});
export type Target = Awaited<ReturnType<typeof api.money.listTargets.query>>["items"][number];

export const headcountsQuery = queryOptions({
  queryKey: ["settings", "headcounts"],
  queryFn: () => asked(api.money.listHeadcounts.query({ limit })),
});
export type Headcount = Awaited<ReturnType<typeof api.money.listHeadcounts.query>>["items"][number];

export const ratesQuery = queryOptions({
  queryKey: ["settings", "rates"],
  queryFn: () => asked(api.money.listRates.query({ limit })),
});
export type Rate = Awaited<ReturnType<typeof api.money.listRates.query>>["items"][number];

export const exchangeRatesQuery = queryOptions({
  queryKey: ["settings", "exchange-rates"],
  queryFn: () => asked(api.money.listExchangeRates.query({ limit })),
});
export type ExchangeRate = Awaited<ReturnType<typeof api.money.listExchangeRates.query>>["items"][number];

export const keysQuery = queryOptions({
  queryKey: ["settings", "keys"],
  queryFn: () => asked(api.keys.list.query({ limit })),
});
export type ApiKey = Awaited<ReturnType<typeof api.keys.list.query>>["items"][number];

export const periodsQuery = queryOptions({
  queryKey: ["settings", "periods"],
  queryFn: () => asked(api.periods.list.query({ limit })),
});
export type PeriodState = Awaited<ReturnType<typeof api.periods.list.query>>["items"][number];
