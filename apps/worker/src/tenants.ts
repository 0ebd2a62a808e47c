import type { Database } from "@headwater/db";
import { tenants } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";

/** Every organization of the installation, as ids: jobs visit one after the other and see into one at a time. */
export async function allTenants(database: Database): Promise<Identifier<"org">[]> {
  const rows = await database.transaction("identity", (db) =>
    db.select({ id: tenants.organizationId }).from(tenants),
  );
  return rows.map((row) => row.id);
}
