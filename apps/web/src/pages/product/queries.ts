import { infiniteQueryOptions, queryOptions } from "@tanstack/solid-query";
import { api, asked } from "../../server.ts";
import type { ProductSearch } from "./search.ts";

/** So many rows of an inventory come at once; ten thousand arrive as the reader scrolls. */
const PAGE_ROWS = 500;

const first = (): string | undefined => undefined;

export function productQuery(slug: string) {
  return queryOptions({
    queryKey: ["products", slug],
    queryFn: () => asked(api.products.read.query({ slug })),
  });
}

export function inventoryQuery(slug: string, { q, scope, direct, source, sort }: ProductSearch) {
  const filter = { slug, q, scope, direct, source, sort };
  return infiniteQueryOptions({
    queryKey: ["products", slug, "inventory", filter],
    queryFn: ({ pageParam }) =>
      asked(api.products.inventory.query({ ...filter, limit: PAGE_ROWS, cursor: pageParam })),
    initialPageParam: first(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Enough to say in a sentence on whom the product stands. */
const HEAVIEST = 3;

export function heaviestQuery(slug: string) {
  return queryOptions({
    queryKey: ["products", slug, "projects"],
    queryFn: () => asked(api.products.listProjects.query({ slug, limit: HEAVIEST })),
  });
}

export function changesQuery(slug: string) {
  return infiniteQueryOptions({
    queryKey: ["products", slug, "changes"],
    queryFn: ({ pageParam }) =>
      asked(api.products.listChanges.query({ slug, limit: 100, cursor: pageParam })),
    initialPageParam: first(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function changeQuery(slug: string, snapshot: string) {
  return infiniteQueryOptions({
    queryKey: ["products", slug, "change", snapshot],
    queryFn: ({ pageParam }) =>
      asked(api.products.readChange.query({ slug, snapshot, limit: PAGE_ROWS, cursor: pageParam })),
    initialPageParam: first(),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** A key that can send inventories and nothing else; its value is in the answer and nowhere else. */
export async function createUploadKey(name: string) {
  return await asked(api.keys.create.mutate({ name, scope: "upload.submit" }));
}
