import { ownPackages, packages } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** Keys of the packages that inventories show to be the company's own, but for those of which a person says otherwise. */
export async function ownKeys(context: Context): Promise<ReadonlySet<string>> {
  const organizationId = context.organization.id;
  const rows = await context.db
    .selectDistinct({ key: ownPackages.key })
    .from(ownPackages)
    .where(
      and(
        eq(ownPackages.organizationId, organizationId),
        notExists(
          context.db
            .select({ one: sql`1` })
            .from(packages)
            .where(
              and(
                eq(packages.organizationId, organizationId),
                eq(packages.key, ownPackages.key),
                eq(packages.basis, "person"),
              ),
            ),
        ),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}

/**
 * Keeps what a source shows to be the company's own, for good: code that was the company's once is nobody else's later.
 * Answers the keys that no source had shown before: products that use those packages are to be computed again.
 */
export async function keepOwnPackages(
  context: Context,
  sourceId: Identifier<"src">,
  keys: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (keys.size === 0) return [];
  const organization = identifierToUuid(context.organization.id);
  const written = await context.db.execute<{ key: string }>(sql`
    insert into own_packages (organization_id, key, source_id)
    select ${organization}::uuid, key, ${identifierToUuid(sourceId)}::uuid from unnest(${sql.param([...keys].sort())}::text[]) as row(key)
    on conflict do nothing
    returning key`);
  if (written.rows.length === 0) return [];
  const fresh = written.rows.map(({ key }) => key);
  const elsewhere = await context.db
    .selectDistinct({ key: ownPackages.key })
    .from(ownPackages)
    .where(
      and(
        eq(ownPackages.organizationId, context.organization.id),
        sql`${ownPackages.key} = any(${sql.param(fresh)}::text[])`,
        sql`${ownPackages.sourceId} <> ${identifierToUuid(sourceId)}::uuid`,
      ),
    );
  const known = new Set(elsewhere.map(({ key }) => key));
  return fresh.filter((key) => !known.has(key));
}
