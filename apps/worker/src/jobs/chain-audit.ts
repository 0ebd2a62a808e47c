import { chainPending } from "@headwater/operations/audit/chain-pending";
import type { Runtime } from "@headwater/operations/operation";
import { allTenants } from "../tenants.ts";

/** Chains what each organization's audit has waiting. Where one fails, the others are still chained, and the first error is thrown. */
export async function chainAudit(runtime: Runtime): Promise<void> {
  const errors: unknown[] = [];
  for (const organizationId of await allTenants(runtime.database))
    await chainPending(runtime, organizationId).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}
