/** Who is signed in and what they may do: screens offer nothing that would be refused. */
import type { Access } from "@headwater/domain/organization";
import { queryOptions, useQuery } from "@tanstack/solid-query";
import { api, asked } from "./server.ts";

const selfQuery = queryOptions({
  queryKey: ["self"],
  queryFn: () => asked(api.people.self.query({})),
  staleTime: 300_000,
});

/** Whether whoever is signed in may do that; false until it is known. */
export function useMay(): (access: Access) => boolean {
  const self = useQuery(() => selfQuery);
  return (access) => self.data?.may.includes(access) ?? false;
}
