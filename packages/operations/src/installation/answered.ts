import { idempotencyKeys, tenants } from "@headwater/db/tables";
import { and, asc, eq } from "drizzle-orm";
import type { IdempotentRequest } from "../operation/idempotency.ts";
import { Refused, type Runtime } from "../operation/index.ts";
import { isNoDemo } from "./state.ts";

/**
 * What the first start was answered, where it was begun by this very request; null where it was not. Refuses where the
 * same key comes with another body.
 */
export async function answeredFirstStart(
  runtime: Runtime,
  request: IdempotentRequest,
): Promise<{ readonly status: number; readonly body: string } | null> {
  const [first] = await runtime.database.transaction("identity", (db) =>
    db
      .select({ organizationId: tenants.organizationId })
      .from(tenants)
      .where(isNoDemo)
      .orderBy(asc(tenants.writtenAt), asc(tenants.organizationId))
      .limit(1),
  );
  if (!first) return null;
  const { organizationId } = first;
  const [row] = await runtime.database.transaction({ organizationId, readOnly: true }, (db) =>
    db
      .select()
      .from(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.organizationId, organizationId),
          eq(idempotencyKeys.key, request.key),
          eq(idempotencyKeys.method, request.method),
          eq(idempotencyKeys.path, request.path),
        ),
      ),
  );
  if (!row) return null;
  if (row.bodyDigest !== request.bodyDigest)
    throw new Refused(
      "idempotency-key-reused",
      "This Idempotency-Key was used with another body. Send a new key with a new request.",
    );
  return { status: row.status, body: row.body };
}
