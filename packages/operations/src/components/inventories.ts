import { products, snapshots, sources, teams } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, asc, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

export interface InForce {
  readonly snapshotId: Identifier<"snp">;
  readonly sourceId: Identifier<"src">;
  readonly path: string;
  readonly shape: string;
  readonly lastSeenAt: Date;
}

export interface ProductInventories {
  readonly id: Identifier<"prd">;
  readonly slug: string;
  readonly name: string;
  readonly tier: number;
  readonly team: string | null;
  /** The snapshots in force now, one a source that is in use. */
  readonly inForce: readonly InForce[];
}

/** Products in use with what is known of them now, the most critical first. */
export async function productInventories(context: Context): Promise<ProductInventories[]> {
  const organizationId = context.organization.id;
  const rows = await context.db
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      tier: products.tier,
      team: teams.slug,
    })
    .from(products)
    .leftJoin(teams, and(eq(teams.organizationId, products.organizationId), eq(teams.id, products.teamId)))
    .where(
      and(
        eq(products.organizationId, organizationId),
        or(isNull(products.retiredOn), gt(products.retiredOn, context.today)),
      ),
    )
    .orderBy(asc(products.tier), asc(products.slug));
  const newest = await context.db
    .selectDistinctOn([sources.id], {
      productId: sources.productId,
      snapshotId: snapshots.id,
      sourceId: sources.id,
      path: sources.path,
      shape: snapshots.shape,
      lastSeenAt: sources.lastSeenAt,
    })
    .from(sources)
    .innerJoin(
      snapshots,
      and(eq(snapshots.organizationId, sources.organizationId), eq(snapshots.sourceId, sources.id)),
    )
    .where(
      and(
        eq(sources.organizationId, organizationId),
        eq(snapshots.effective, true),
        lte(snapshots.takenAt, context.now),
        or(isNull(sources.retiredOn), gt(sources.retiredOn, context.today)),
      ),
    )
    .orderBy(asc(sources.id), desc(snapshots.takenAt), desc(snapshots.id));
  const byProduct = Map.groupBy(newest, (row) => row.productId);
  return rows.map((row) => ({ ...row, inForce: byProduct.get(row.id) ?? [] }));
}
