import { idempotencyKeys } from "@headwater/db/tables";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "./context.ts";
import { Refused } from "./refusal.ts";

export interface IdempotentRequest {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** SHA-256 of the body as sent. */
  readonly bodyDigest: string;
}

/**
 * The answer that this request got before, or null. Refuses while the first request is still running
 * and where the same key comes with another body. Holds the key until the transaction ends.
 */
export async function remembered(
  context: Context,
  request: IdempotentRequest,
): Promise<{ status: number; body: string } | null> {
  const place = `${context.organization.id} ${request.method} ${request.path} ${request.key}`;
  const locked = await context.db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${place}, 0)) as held`,
  );
  if (!locked.rows[0]?.held)
    throw new Refused(
      "still-running",
      "The first request with this Idempotency-Key is still running. Try again in a moment.",
      { retryAfterSeconds: 1 },
    );
  const [row] = await context.db.select().from(idempotencyKeys).where(here(context, request));
  if (!row) return null;
  if (row.bodyDigest !== request.bodyDigest)
    throw new Refused(
      "idempotency-key-reused",
      "This Idempotency-Key was used with another body. Send a new key with a new request.",
    );
  return { status: row.status, body: row.body };
}

export async function remember(
  context: Context,
  request: IdempotentRequest,
  answer: { readonly status: number; readonly body: string },
): Promise<void> {
  await context.db.insert(idempotencyKeys).values({
    organizationId: context.organization.id,
    ...request,
    status: answer.status,
    body: answer.body,
  });
}

function here(context: Context, request: IdempotentRequest) {
  return and(
    eq(idempotencyKeys.organizationId, context.organization.id),
    eq(idempotencyKeys.key, request.key),
    eq(idempotencyKeys.method, request.method),
    eq(idempotencyKeys.path, request.path),
  );
}
