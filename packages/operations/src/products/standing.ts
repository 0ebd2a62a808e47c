import type { Product } from "@headwater/contract/products";
import { productEras, productMasses, products, snapshots, sources } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { epochDay } from "@headwater/domain/period";
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { pointsOf } from "../ratios/usage-facts.ts";

type ProductId = Identifier<"prd">;
type Standing = Product["standing"];
type SourceInventory = NonNullable<Product["sources"][number]["inventory"]>;

/** What products stand on today, in five queries whatever their number. */
export interface Standings {
  readonly of: (id: ProductId, seen: Pick<Standing, "lastSeenAt" | "stale">) => Standing;
  readonly ofSource: (id: Identifier<"src">) => SourceInventory | null;
}

export async function standings(context: Context, ids: readonly ProductId[]): Promise<Standings> {
  const inForce = await snapshotsInForce(context, ids);
  const changes = await lastChanges(context, ids);
  const projects = await projectsOf(context, ids);
  const weights = await usageWeights(context);
  const byProduct = Map.groupBy(inForce, (row) => row.productId);
  const bySource = new Map(inForce.map((row) => [row.sourceId, row]));
  return {
    of(id, seen) {
      const rows = (byProduct.get(id) ?? []).filter(
        ({ retiredOn }) => retiredOn === null || retiredOn > context.today,
      );
      return {
        components: rows.reduce((sum, row) => sum + row.components, 0),
        direct: rows.reduce((sum, row) => sum + row.direct, 0),
        projects: projects.get(id) ?? 0,
        usageWeight: weights.get(id) ?? 0,
        lastChange: changes.get(id) ?? null,
        ...seen,
      };
    },
    ofSource(id) {
      const row = bySource.get(id);
      if (row === undefined) return null;
      const { format, shape, components, direct, takenAt, problems } = row;
      return { format, shape, components, direct, takenAt: takenAt.toISOString(), problems: problems.length };
    },
  };
}

async function snapshotsInForce(context: Context, ids: readonly ProductId[]) {
  if (ids.length === 0) return [];
  return await context.db
    .selectDistinctOn([snapshots.sourceId], {
      productId: sources.productId,
      sourceId: snapshots.sourceId,
      retiredOn: sources.retiredOn,
      format: snapshots.format,
      shape: snapshots.shape,
      components: snapshots.components,
      direct: snapshots.direct,
      takenAt: snapshots.takenAt,
      problems: snapshots.problems,
    })
    .from(snapshots)
    .innerJoin(
      sources,
      and(eq(sources.organizationId, snapshots.organizationId), eq(sources.id, snapshots.sourceId)),
    )
    .where(
      and(
        eq(snapshots.organizationId, context.organization.id),
        inArray(sources.productId, [...ids]),
        eq(snapshots.effective, true),
        lte(snapshots.takenAt, context.now),
      ),
    )
    .orderBy(asc(snapshots.sourceId), desc(snapshots.takenAt), desc(snapshots.id));
}

/** The snapshot of any source that was taken last. */
async function lastChanges(
  context: Context,
  ids: readonly ProductId[],
): Promise<Map<ProductId, NonNullable<Standing["lastChange"]>>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectDistinctOn([sources.productId], {
      productId: sources.productId,
      snapshot: snapshots.id,
      source: sources.path,
      takenAt: snapshots.takenAt,
      label: snapshots.label,
      added: snapshots.added,
      removed: snapshots.removed,
      updated: snapshots.updated,
    })
    .from(snapshots)
    .innerJoin(
      sources,
      and(eq(sources.organizationId, snapshots.organizationId), eq(sources.id, snapshots.sourceId)),
    )
    .where(
      and(
        eq(snapshots.organizationId, context.organization.id),
        inArray(sources.productId, [...ids]),
        eq(snapshots.effective, true),
      ),
    )
    .orderBy(asc(sources.productId), desc(snapshots.takenAt), desc(snapshots.id));
  return new Map(
    rows.map(({ productId, takenAt, ...row }) => [productId, { ...row, takenAt: takenAt.toISOString() }]),
  );
}

async function projectsOf(context: Context, ids: readonly ProductId[]): Promise<Map<ProductId, number>> {
  if (ids.length === 0) return new Map();
  const today = epochDay(context.today);
  const rows = await context.db
    .select({ productId: productMasses.productId, projects: count() })
    .from(productMasses)
    .where(
      and(
        eq(productMasses.organizationId, context.organization.id),
        inArray(productMasses.productId, [...ids]),
        lte(productMasses.startDay, today),
        gt(productMasses.endDay, today),
      ),
    )
    .groupBy(productMasses.productId);
  return new Map(rows.map((row) => [row.productId, row.projects]));
}

/** w_p of today: points of the tier, or of its own, over those of all products that are in use with an inventory. */
async function usageWeights(context: Context): Promise<Map<ProductId, number>> {
  const today = epochDay(context.today);
  const rows = await context.db
    .select({ id: products.id, tier: products.tier, weight: products.weight })
    .from(products)
    .innerJoin(
      productEras,
      and(
        eq(productEras.organizationId, products.organizationId),
        eq(productEras.productId, products.id),
        lte(productEras.startDay, today),
        gt(productEras.endDay, today),
      ),
    )
    .where(
      and(
        eq(products.organizationId, context.organization.id),
        or(isNull(products.retiredOn), gt(products.retiredOn, context.today)),
      ),
    );
  const points = rows.map(({ id, tier, weight }) => [id, pointsOf(tier, weight)] as const);
  const all = points.reduce((sum, [, own]) => sum + own, 0);
  return new Map(points.map(([id, own]) => [id, all === 0 ? 0 : own / all]));
}
