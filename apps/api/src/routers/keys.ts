import { createKey } from "@headwater/operations/keys/create";
import { listKeys } from "@headwater/operations/keys/list";
import { revokeKey } from "@headwater/operations/keys/revoke";
import { mutation, query, router } from "../trpc.ts";

export const keys = router({
  list: query(listKeys),
  create: mutation(createKey),
  revoke: mutation(revokeKey),
});
