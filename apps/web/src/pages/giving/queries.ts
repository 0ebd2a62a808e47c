import { addDays, parseDay } from "@headwater/domain/period";
import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import type { Scope } from "../../frame/scope.ts";
import { server } from "../../server.ts";
import type { MoneySearch, TimeSearch } from "./search.ts";

export interface TimeFilter extends TimeSearch {
  readonly team: string | undefined;
  readonly basis: Scope["basis"];
}

export interface MoneyFilter extends MoneySearch {
  readonly basis: Scope["basis"];
}

/** Half-open, as the totals name it; a list takes both of its days inclusive. */
interface Days {
  readonly start: string;
  readonly end: string;
}

export function givenTimeQuery(period: string, filter: TimeFilter) {
  return queryOptions({
    queryKey: ["giving", "time", period, filter],
    queryFn: () => server.givenTime({ period, ...filter }),
    // What was read stays while another filter is asked about.
    placeholderData: (before: Awaited<ReturnType<typeof server.givenTime>> | undefined) => before,
  });
}

export function contributionsQuery(days: Days | undefined, filter: TimeFilter) {
  return infiniteQueryOptions({
    queryKey: ["giving", "contributions", days, filter],
    queryFn: ({ pageParam }) => server.contributions({ ...inclusive(days), ...filter, cursor: pageParam }),
    enabled: days !== undefined,
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function givenMoneyQuery(period: string, filter: MoneyFilter) {
  return queryOptions({
    queryKey: ["giving", "money", period, filter],
    queryFn: () => server.givenMoney({ period, ...filter }),
    placeholderData: (before: Awaited<ReturnType<typeof server.givenMoney>> | undefined) => before,
  });
}

export function donationsQuery(days: Days | undefined, filter: MoneyFilter) {
  return infiniteQueryOptions({
    queryKey: ["giving", "donations", days, filter],
    queryFn: ({ pageParam }) => server.donations({ ...inclusive(days), ...filter, cursor: pageParam }),
    enabled: days !== undefined,
    initialPageParam: startOfList(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The rows of the ledger as a file, by the same filter. */
export function exportAddress(
  ledger: "contributions" | "donations",
  days: Days,
  filter: Readonly<Record<string, string | true | undefined>>,
): string {
  const query = new URLSearchParams({ format: "csv", limit: "1000", ...inclusive(days) });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return `/api/v1/${ledger}?${query.toString()}`;
}

/** The most rows that one file holds. */
export const MOST_EXPORTED = 1000;

function inclusive(days: Days | undefined): { from?: string; to?: string } {
  const end = days === undefined ? null : parseDay(days.end);
  return days === undefined || end === null ? {} : { from: days.start, to: addDays(end, -1) };
}

function startOfList(): string | undefined {
  return undefined;
}
