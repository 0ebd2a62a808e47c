import type { Transaction } from "@headwater/db";
import { audit, auditChain, auditPending } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Runtime } from "../operation/index.ts";
import { beginning, chainHash } from "./chain.ts";

const batch = 1000;

/**
 * Puts the audit rows that wait behind the last one of the organization's chain, in the order in which they were
 * written. Two that run at once wait for each other, and one that was killed leaves nothing half done. Answers how
 * many rows were chained.
 */
export async function chainPending(runtime: Runtime, organizationId: Identifier<"org">): Promise<number> {
  let chained = 0;
  for (;;) {
    const count = await runtime.database.transaction({ organizationId }, (db) =>
      chainBatch(db, runtime, organizationId),
    );
    chained += count;
    if (count < batch) return chained;
  }
}

async function chainBatch(
  db: Transaction,
  runtime: Runtime,
  organizationId: Identifier<"org">,
): Promise<number> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`audit chain of ${organizationId}`}, 0))`,
  );
  const waiting = await db
    .select({ row: audit })
    .from(auditPending)
    .innerJoin(
      audit,
      and(eq(audit.organizationId, auditPending.organizationId), eq(audit.id, auditPending.auditId)),
    )
    .where(eq(auditPending.organizationId, organizationId))
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(batch);
  if (waiting.length === 0) return 0;
  const [last] = await db
    .select({ position: auditChain.position, hash: auditChain.hash })
    .from(auditChain)
    .where(eq(auditChain.organizationId, organizationId))
    .orderBy(desc(auditChain.position))
    .limit(1);
  let hash = last?.hash ?? beginning;
  const links = waiting.map(({ row }, place) => {
    hash = chainHash(runtime, hash, row);
    return { organizationId, position: (last?.position ?? 0) + place + 1, auditId: row.id, hash };
  });
  await db.insert(auditChain).values(links);
  await db.delete(auditPending).where(
    and(
      eq(auditPending.organizationId, organizationId),
      inArray(
        auditPending.auditId,
        waiting.map(({ row }) => row.id),
      ),
    ),
  );
  return waiting.length;
}
