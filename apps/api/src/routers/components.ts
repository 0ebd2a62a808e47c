import { findComponents } from "@headwater/operations/components/find";
import { query, router } from "../trpc.ts";

export const components = router({
  find: query(findComponents),
});
