import { apiKeys, headcounts, identities, people, targets } from "@headwater/db/tables";
import { identifierToUuid } from "@headwater/domain/identifier";
import { fiscalYearOf } from "@headwater/domain/period";
import { and, count, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { Found } from "./list.ts";

export async function missingTarget(context: Context): Promise<Found | null> {
  const { year } = fiscalYearOf(context.today, context.organization.fiscalYearStart);
  const rows = await context.db
    .select({ id: targets.id })
    .from(targets)
    .where(and(eq(targets.organizationId, context.organization.id), eq(targets.year, year)))
    .limit(1);
  return rows.length > 0 ? null : { count: 1, year };
}

export async function missingHeadcount(context: Context): Promise<Found | null> {
  const rows = await context.db
    .select({ id: headcounts.id })
    .from(headcounts)
    .where(eq(headcounts.organizationId, context.organization.id))
    .limit(1);
  return rows.length > 0 ? null : { count: 1 };
}

/** Rows of both ledgers whose value is unknown for that reason, without those that were taken back. */
export async function rowsWithout(
  context: Context,
  reason: "no-rate" | "no-exchange-rate",
): Promise<Found | null> {
  const organization = sql`${identifierToUuid(context.organization.id)}::uuid`;
  const standing = (ledger: string) => sql`
    select r.day from ${sql.identifier(ledger)} r
    where r.organization_id = ${organization} and r.value_unknown = ${reason} and r.reverses_id is null
      and not exists (select 1 from ${sql.identifier(ledger)} b where b.organization_id = r.organization_id and b.reverses_id = r.id)`;
  const { rows } = await context.db.execute<{ rows: string; day: string | null }>(sql`
    select count(*) as rows, to_char(min(day), 'YYYY-MM-DD') as day
    from (${standing("contributions")} union all ${standing("donations")}) unvalued`);
  return { count: Number(rows[0]?.rows ?? 0), day: rows[0]?.day ?? null };
}

export async function unlinkedPeople(context: Context): Promise<Found | null> {
  const linked = context.db
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.organizationId, people.organizationId), eq(identities.personId, people.id)));
  const [row] = await context.db
    .select({ rows: count() })
    .from(people)
    .where(
      and(eq(people.organizationId, context.organization.id), isNull(people.erasedAt), notExists(linked)),
    );
  return { count: row?.rows ?? 0 };
}

/** The key that came from the environment of the first start ought to be replaced. */
export async function bootstrapKeys(context: Context): Promise<Found | null> {
  const [row] = await context.db
    .select({ rows: count() })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organizationId, context.organization.id),
        eq(apiKeys.name, "bootstrap"),
        isNull(apiKeys.revokedAt),
      ),
    );
  return { count: row?.rows ?? 0 };
}
