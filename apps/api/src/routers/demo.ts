import { readDemo } from "@headwater/operations/demo/read";
import { removeDemo } from "@headwater/operations/demo/remove";
import { mutation, query, router } from "../trpc.ts";

export const demo = router({
  read: query(readDemo),
  remove: mutation(removeDemo),
});
