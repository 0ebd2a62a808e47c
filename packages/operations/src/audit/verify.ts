import { AuditVerdict, VerifyAudit } from "@headwater/contract/audit";
import { audit, auditChain, auditPending } from "@headwater/db/tables";
import { and, asc, count, eq, gt, notExists, sql } from "drizzle-orm";
import { type Context, reading, type Runtime } from "../operation/index.ts";
import { type AuditRecord, beginning, chainHash, hexOf, sameBytes } from "./chain.ts";

interface Link {
  readonly position: number;
  readonly auditId: string;
  readonly hash: Uint8Array;
  /** Null: the row is gone. */
  readonly row: AuditRecord | null;
}

type Broken = NonNullable<AuditVerdict["firstBroken"]>;

const page = 1000;

/** Recomputes the chain of hashes from its first row, and names the first place that does not hold. */
export const verifyAudit = reading({
  name: "audit.verify",
  access: "audit.read",
  input: VerifyAudit,
  output: AuditVerdict,
  async run(context, _, runtime): Promise<AuditVerdict> {
    const chain = await walk(context, runtime);
    const firstBroken = chain.firstBroken ?? (await unchainedRow(context, chain.rows));
    const [waiting] = await context.db
      .select({ rows: count() })
      .from(auditPending)
      .where(eq(auditPending.organizationId, context.organization.id));
    return {
      intact: firstBroken === null,
      rows: chain.rows,
      pending: waiting?.rows ?? 0,
      head: chain.rows === 0 ? null : hexOf(chain.head),
      firstBroken,
    };
  },
});

/** `rows` and `head` are those up to the first broken place. */
async function walk(
  context: Context,
  runtime: Runtime,
): Promise<{ rows: number; head: Uint8Array; firstBroken: Broken | null }> {
  let head: Uint8Array = beginning;
  let rows = 0;
  for (;;) {
    // One more than the page, so that the last row of it can be told from its successor what is wrong with it.
    const links = await linksAfter(context, rows, page + 1);
    for (const [place, link] of links.slice(0, page).entries()) {
      const reason = fault(runtime, head, rows + 1, link, links[place + 1]);
      if (reason !== null)
        return { rows, head, firstBroken: { position: link.position, row: link.auditId, reason } };
      head = link.hash;
      rows += 1;
    }
    if (links.length <= page) return { rows, head, firstBroken: null };
  }
}

function fault(
  runtime: Runtime,
  head: Uint8Array,
  expected: number,
  link: Link,
  next: Link | undefined,
): string | null {
  if (link.position !== expected) return `gap: position ${expected} is missing from the chain`;
  if (link.row === null) return "missing row: the chain holds it, and it is gone";
  if (sameBytes(chainHash(runtime, head, link.row), link.hash)) return null;
  const nextAgrees =
    next !== undefined &&
    next.row !== null &&
    next.position === expected + 1 &&
    sameBytes(chainHash(runtime, link.hash, next.row), next.hash);
  // The row after was hashed over the stored hash: that one is what it was, so the row is not.
  if (nextAgrees) return "changed row: it is not the row that was chained";
  return next === undefined
    ? "changed row or wrong hash: the last row of the chain does not give its hash"
    : "wrong hash: neither this row nor the one after it agrees with it";
}

async function linksAfter(context: Context, position: number, limit: number): Promise<Link[]> {
  return await context.db
    .select({ position: auditChain.position, auditId: auditChain.auditId, hash: auditChain.hash, row: audit })
    .from(auditChain)
    .leftJoin(
      audit,
      and(eq(audit.organizationId, auditChain.organizationId), eq(audit.id, auditChain.auditId)),
    )
    .where(and(eq(auditChain.organizationId, context.organization.id), gt(auditChain.position, position)))
    .orderBy(asc(auditChain.position))
    .limit(limit);
}

/** A row that is neither chained nor waiting was put in, or taken out of the chain's end, behind the product's back. */
async function unchainedRow(context: Context, rows: number): Promise<Broken | null> {
  const own = eq(audit.organizationId, context.organization.id);
  const chained = context.db
    .select({ one: sql`1` })
    .from(auditChain)
    .where(and(eq(auditChain.organizationId, audit.organizationId), eq(auditChain.auditId, audit.id)));
  const waiting = context.db
    .select({ one: sql`1` })
    .from(auditPending)
    .where(and(eq(auditPending.organizationId, audit.organizationId), eq(auditPending.auditId, audit.id)));
  const [row] = await context.db
    .select({ id: audit.id })
    .from(audit)
    .where(and(own, notExists(chained), notExists(waiting)))
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(1);
  return row === undefined
    ? null
    : {
        position: rows + 1,
        row: row.id,
        reason: "unchained row: it is neither in the chain nor waiting for it",
      };
}
