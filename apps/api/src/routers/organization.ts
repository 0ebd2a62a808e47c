import { changeOrganization } from "@headwater/operations/organization/change";
import { readOrganization } from "@headwater/operations/organization/read";
import { mutation, query, router } from "../trpc.ts";

export const organization = router({
  read: query(readOrganization),
  change: mutation(changeOrganization),
});
