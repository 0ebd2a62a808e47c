import { findAnything } from "@headwater/operations/search/find";
import { query, router } from "../trpc.ts";

export const search = router({
  find: query(findAnything),
});
