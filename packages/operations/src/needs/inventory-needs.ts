import { products, snapshots, sources } from "@headwater/db/tables";
import { identifierToUuid } from "@headwater/domain/identifier";
import { todayIn } from "@headwater/domain/period";
import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { staleAfterMillis } from "../products/row.ts";
import type { Found } from "./list.ts";

export async function firstFile(context: Context): Promise<Found | null> {
  const any = await context.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(eq(snapshots.organizationId, context.organization.id))
    .limit(1);
  return any.length > 0 ? null : { count: 1 };
}

/** Sources of which the last file was refused: what is said of them is older than somebody meant. */
export async function failedUploads(context: Context): Promise<Found | null> {
  const { rows } = await context.db.execute<{
    slug: string | null;
    name: string | null;
    at: string | Date;
  }>(sql`
    select coalesce(p.slug, last.product_slug) as slug, p.name, last.written_at as at
    from (
      select distinct on (product_id, source_path) product_id, product_slug, source_path, status, written_at
      from uploads where organization_id = ${identifierToUuid(context.organization.id)}::uuid
      order by product_id, source_path, written_at desc, id desc
    ) last
    left join products p on p.organization_id = ${identifierToUuid(context.organization.id)}::uuid and p.id = last.product_id
    where last.status = 'refused' order by last.written_at desc`);
  const [first] = rows;
  if (first === undefined) return null;
  const day = todayIn(context.organization.timeZone, new Date(first.at));
  const product = first.name === null || first.slug === null ? null : { slug: first.slug, name: first.name };
  return { count: rows.length, day, product };
}

export async function staleSources(context: Context): Promise<Found | null> {
  const { organization, now, today } = context;
  const rows = await context.db
    .select({ slug: products.slug, name: products.name, lastSeenAt: sources.lastSeenAt })
    .from(sources)
    .innerJoin(
      products,
      and(eq(products.organizationId, sources.organizationId), eq(products.id, sources.productId)),
    )
    .where(
      and(
        eq(sources.organizationId, organization.id),
        lt(sources.lastSeenAt, new Date(now.getTime() - staleAfterMillis)),
        or(isNull(sources.retiredOn), gt(sources.retiredOn, today)),
        or(isNull(products.retiredOn), gt(products.retiredOn, today)),
      ),
    )
    .orderBy(asc(sources.lastSeenAt), asc(sources.id));
  const [oldest] = rows;
  if (oldest === undefined) return null;
  const { slug, name, lastSeenAt } = oldest;
  return { count: rows.length, day: todayIn(organization.timeZone, lastSeenAt), product: { slug, name } };
}

/** Made by an upload, with a tier that nobody has looked at. */
export async function unreviewedProducts(context: Context): Promise<Found | null> {
  const rows = await context.db
    .select({ slug: products.slug, name: products.name })
    .from(products)
    .where(
      and(
        eq(products.organizationId, context.organization.id),
        isNull(products.reviewedAt),
        or(isNull(products.retiredOn), gt(products.retiredOn, context.today)),
      ),
    )
    .orderBy(asc(products.slug));
  return rows[0] === undefined ? null : { count: rows.length, product: rows[0] };
}
