import type { Product } from "@headwater/contract/products";
import { products, sources, teams } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** A source that was not seen for longer says what was, not what is. */
const staleAfterMillis = 90 * 86_400_000;

/** Products with their sources, in the order of their slugs. */
export async function productRows(
  context: Context,
  condition: SQL | undefined,
  limit: number,
): Promise<Product[]> {
  const rows = await context.db
    .select({ product: products, team: teams.slug })
    .from(products)
    .leftJoin(teams, and(eq(teams.organizationId, products.organizationId), eq(teams.id, products.teamId)))
    .where(and(eq(products.organizationId, context.organization.id), condition))
    .orderBy(asc(products.slug))
    .limit(limit);
  const sourcesOf = await sourcesByProduct(
    context,
    rows.map(({ product }) => product.id),
  );
  return rows.map(({ product, team }) => ({
    id: product.id,
    uuid: identifierToUuid(product.id),
    slug: product.slug,
    name: product.name,
    tier: product.tier,
    weight: product.weight === null ? null : Number(product.weight),
    team,
    inUseSince: product.inUseSince,
    retiredOn: product.retiredOn,
    reviewed: product.reviewedAt !== null,
    sources: (sourcesOf.get(product.id) ?? []).map((source) => shownSource(context, source)),
  }));
}

/** The product just written or read, as it is shown. */
export async function shownProduct(context: Context, id: Identifier<"prd">): Promise<Product> {
  const [product] = await productRows(context, eq(products.id, id), 1);
  if (!product) throw new Error(`${id} was written and cannot be read`);
  return product;
}

async function sourcesByProduct(
  context: Context,
  ids: readonly Identifier<"prd">[],
): Promise<Map<string, (typeof sources.$inferSelect)[]>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .select()
    .from(sources)
    .where(and(eq(sources.organizationId, context.organization.id), inArray(sources.productId, [...ids])))
    .orderBy(asc(sources.path));
  return Map.groupBy(rows, (row) => row.productId);
}

function shownSource(context: Context, source: typeof sources.$inferSelect): Product["sources"][number] {
  return {
    id: source.id,
    path: source.path,
    trackedRef: source.trackedRef,
    lastSeenAt: source.lastSeenAt.toISOString(),
    stale:
      source.retiredOn === null && context.now.getTime() - source.lastSeenAt.getTime() > staleAfterMillis,
    retiredOn: source.retiredOn,
  };
}
