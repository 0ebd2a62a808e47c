import { apiKeys } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import type { Scope } from "@headwater/domain/organization";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { exceeds, storedScopes } from "./key.ts";

/**
 * Revokes the person's keys that grant more than `limit` does; with no limit left, all of them: a key must not outlive
 * the rights of whoever made it. Answers the ids of the keys.
 */
export async function revokeKeysBeyond(
  context: Context,
  personId: Identifier<"prs">,
  limit: readonly Scope[],
): Promise<readonly Identifier<"key">[]> {
  const own = and(
    eq(apiKeys.organizationId, context.organization.id),
    eq(apiKeys.personId, personId),
    isNull(apiKeys.revokedAt),
  );
  const rows = await context.db.select({ id: apiKeys.id, scope: apiKeys.scope }).from(apiKeys).where(own);
  const revoked = rows
    .filter((row) => limit.length === 0 || exceeds(storedScopes(row.scope), limit))
    .map((row) => row.id);
  if (revoked.length > 0)
    await context.db
      .update(apiKeys)
      .set({ revokedAt: context.now })
      .where(and(own, inArray(apiKeys.id, revoked)));
  return revoked;
}
