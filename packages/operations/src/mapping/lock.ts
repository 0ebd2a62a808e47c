import { sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/**
 * Until the transaction ends nobody says anew which project a known package belongs to: what is computed from the mapping
 * agrees with it when it is committed. Many hold it at once. To be taken before any row is locked or read.
 */
export async function holdMapping(context: Context): Promise<void> {
  await context.db.execute(
    sql`select pg_advisory_xact_lock_shared(hashtextextended(${placeOf(context)}, 0))`,
  );
}

/** Waits for everybody who computes from the mapping, and lets nobody begin until the transaction ends. To be taken first of all, and by nobody who holds it already. */
export async function lockMapping(context: Context): Promise<void> {
  await context.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${placeOf(context)}, 0))`);
}

function placeOf(context: Context): string {
  return `mapping of ${context.organization.id}`;
}
