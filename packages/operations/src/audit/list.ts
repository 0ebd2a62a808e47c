import { AuditRows, ListAudit } from "@headwater/contract/audit";
import { audit, auditChain } from "@headwater/db/tables";
import { and, desc, eq, like, or, type SQL, sql } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { badField, type Context, reading } from "../operation/index.ts";
import { actorNames } from "./actor-names.ts";
import { hexOf } from "./chain.ts";

/** Who did what, newest first, each row with its place in the chain once it has one. `entity` as `contribution:ctr_…`. */
export const listAudit = reading({
  name: "audit.list",
  access: "audit.read",
  input: ListAudit,
  output: AuditRows,
  async run(context, input) {
    if (input.entity !== undefined && !/^[a-z][a-z-]*:\S/.test(input.entity))
      throw badField(
        "entity",
        `${JSON.stringify(input.entity)} names nothing; write what it is and its id, such as contribution:ctr_…`,
      );
    const rows = await context.db
      .select({ row: audit, position: auditChain.position, hash: auditChain.hash })
      .from(audit)
      .leftJoin(
        auditChain,
        and(eq(auditChain.organizationId, audit.organizationId), eq(auditChain.auditId, audit.id)),
      )
      .where(
        and(
          eq(audit.organizationId, context.organization.id),
          asked(context, input),
          olderThan(input.cursor, "aud", audit.id),
        ),
      )
      .orderBy(desc(audit.id))
      .limit(input.limit + 1);
    const names = await actorNames(
      context,
      rows.map(({ row }) => row.actor),
    );
    const shown = rows.map(({ row, position, hash }) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actor,
      actorName: names.get(row.actor) ?? null,
      operation: row.operation,
      entity: row.entity,
      detail: row.detail,
      inputDigest: row.inputDigest,
      position,
      hash: hash === null ? null : hexOf(hash),
    }));
    return newestPage(shown, input);
  },
});

/** Days are those of the organization's time zone, both ends included. */
function asked(context: Context, input: ListAudit): SQL | undefined {
  const day = sql`(${audit.at} at time zone ${context.organization.timeZone})::date`;
  return and(
    input.entity === undefined ? undefined : eq(audit.entity, input.entity),
    input.actor === undefined ? undefined : eq(audit.actor, input.actor),
    input.operation === undefined
      ? undefined
      : or(eq(audit.operation, input.operation), like(audit.operation, `${escaped(input.operation)}.%`)),
    input.from === undefined ? undefined : sql`${day} >= ${input.from}::date`,
    input.to === undefined ? undefined : sql`${day} <= ${input.to}::date`,
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[%_\\]/g, String.raw`\$&`);
}
