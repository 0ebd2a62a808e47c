import type { Product } from "@headwater/contract/products";
import { products, sources, teams } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { type Standings, standings } from "./standing.ts";

/** A source that was not seen for longer says what was, not what is. */
export const staleAfterMillis = 90 * 86_400_000;

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
  const ids = rows.map(({ product }) => product.id);
  const sourcesOf = await sourcesByProduct(context, ids);
  const standing = await standings(context, ids);
  return rows.map(({ product, team }) =>
    shown(context, product, team, sourcesOf.get(product.id) ?? [], standing),
  );
}

function shown(
  context: Context,
  product: typeof products.$inferSelect,
  team: string | null,
  itsSources: readonly (typeof sources.$inferSelect)[],
  standing: Standings,
): Product {
  const shownSources = itsSources.map((source) => shownSource(context, source, standing));
  return {
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
    sources: shownSources,
    standing: standing.of(product.id, freshness(context, shownSources)),
  };
}

/** A product is as fresh as the source that was not seen for longest. */
function freshness(
  { today }: Context,
  all: Product["sources"],
): Pick<Product["standing"], "lastSeenAt" | "stale"> {
  const inUse = all.filter(({ retiredOn }) => retiredOn === null || retiredOn > today);
  const seen = inUse.map(({ lastSeenAt }) => lastSeenAt).sort();
  return { lastSeenAt: seen[0] ?? null, stale: inUse.some(({ stale }) => stale) };
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

function shownSource(
  context: Context,
  source: typeof sources.$inferSelect,
  standing: Standings,
): Product["sources"][number] {
  return {
    id: source.id,
    path: source.path,
    trackedRef: source.trackedRef,
    lastSeenAt: source.lastSeenAt.toISOString(),
    stale:
      source.retiredOn === null && context.now.getTime() - source.lastSeenAt.getTime() > staleAfterMillis,
    retiredOn: source.retiredOn,
    inventory: standing.ofSource(source.id),
  };
}
