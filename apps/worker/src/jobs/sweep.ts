import { deleteOldKeys, enqueueForgotten } from "@headwater/operations/housekeeping/sweep";
import type { Runtime } from "@headwater/operations/operation";
import { allTenants } from "../tenants.ts";

/** Takes up what a crash left lying and takes away what is kept for a time only, organization by organization. */
export async function sweep(runtime: Runtime): Promise<void> {
  for (const organizationId of await allTenants(runtime.database)) {
    await enqueueForgotten(runtime, organizationId);
    await deleteOldKeys(runtime, organizationId);
  }
}
