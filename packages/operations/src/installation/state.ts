import type { Transaction } from "@headwater/db";
import { demos, tenants } from "@headwater/db/tables";
import { and, isNull, notInArray } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Runtime } from "../operation/index.ts";

/** A condition on `tenants`: a demo is nobody's organization. */
export const isNoDemo = notInArray(
  tenants.organizationId,
  new QueryBuilder().select({ id: demos.organizationId }).from(demos),
);

/**
 * Whether nobody has created an organization yet: the first visitor is then welcomed and becomes the owner. `demo`: a
 * visitor has loaded a demo company before.
 */
export async function installationState(
  runtime: Runtime,
): Promise<{ readonly welcome: boolean; readonly demo: boolean }> {
  return await runtime.database.transaction("identity", async (db) => {
    const loaded = await db
      .select({ id: demos.organizationId })
      .from(demos)
      .where(and(isNull(demos.loadedBy), isNull(demos.removedAt)))
      .limit(1);
    return { welcome: !(await existsAnyOrganization(db)), demo: loaded.length > 0 };
  });
}

/** Demos do not count. */
export async function existsAnyOrganization(db: Transaction): Promise<boolean> {
  const rows = await db.select({ id: tenants.organizationId }).from(tenants).where(isNoDemo).limit(1);
  return rows.length > 0;
}
