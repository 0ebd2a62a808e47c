import { queryOptions } from "@tanstack/solid-query";
import { couldNotAnswer } from "../../queries.ts";
import { server } from "../../server.ts";

const LOOK_MS = 500;
const ASK_AGAIN_MS = 5000;

/** Looked at again and again while the demo is being loaded, and then left alone. */
export const demoQuery = queryOptions({
  queryKey: ["demo"],
  queryFn: server.demo,
  staleTime: 300_000,
  refetchInterval: ({ state }) => {
    if (couldNotAnswer(state.error)) return ASK_AGAIN_MS;
    return state.data?.demo?.finished === false ? LOOK_MS : false;
  },
});
