import { apiKeys } from "@headwater/db/tables";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Actor, Runtime } from "../operation/index.ts";
import { storedScopes } from "./key.ts";

const useIsNotedEveryMillis = 60_000;

/**
 * Whom a key acts for, or null where it is unknown, revoked or expired. The value is never compared: its digest is
 * looked up, so that the time of the answer says nothing about the keys that exist.
 */
export async function actorOfKey(runtime: Runtime, value: string): Promise<Actor | null> {
  const digest = runtime.sha256(value);
  const now = runtime.clock();
  const [key] = await runtime.database.transaction("identity", (db) =>
    db.select().from(apiKeys).where(eq(apiKeys.digest, digest)),
  );
  if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) return null;
  await noteUse(runtime, key, now);
  return {
    kind: "key",
    id: key.id,
    organizationId: key.organizationId,
    personId: key.personId,
    scopes: storedScopes(key.scope),
  };
}

/** For people who look for keys that nobody uses. It is not worth refusing a request for: where it cannot be written, the next request writes it. */
async function noteUse(runtime: Runtime, key: typeof apiKeys.$inferSelect, now: Date): Promise<void> {
  const aMinuteAgo = new Date(now.getTime() - useIsNotedEveryMillis);
  if (key.lastUsedAt !== null && key.lastUsedAt >= aMinuteAgo) return;
  const due = and(
    eq(apiKeys.organizationId, key.organizationId),
    eq(apiKeys.id, key.id),
    or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, aMinuteAgo)),
  );
  await runtime.database
    .transaction("identity", (db) => db.update(apiKeys).set({ lastUsedAt: now }).where(due))
    .catch(() => undefined);
}
