import { tenants } from "@headwater/db/tables";
import type { Runtime } from "../operation/index.ts";

/** Whether nobody has created an organization yet: the first visitor is then welcomed and becomes the owner. */
export async function installationState(runtime: Runtime): Promise<{ readonly welcome: boolean }> {
  const rows = await runtime.database.transaction("identity", (db) =>
    db.select({ id: tenants.organizationId }).from(tenants).limit(1),
  );
  return { welcome: rows.length === 0 };
}
