import { products, snapshots, sources } from "@headwater/db/tables";
import { snapshotEras } from "@headwater/domain/attribution";
import { epochDay } from "@headwater/domain/period";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { ComputedRatios } from "../ratios/compute.ts";

/** Ids of the snapshots that were in force on a day of the period in one of the products, sorted. */
export async function snapshotsInForce(
  context: Context,
  { period, usage }: ComputedRatios,
): Promise<string[]> {
  const chosen = usage.products.map((product) => product.id);
  if (chosen.length === 0) return [];
  const rows = await context.db
    .select({
      productId: sources.productId,
      sourceId: sources.id,
      sourceRetiredOn: sources.retiredOn,
      inUseSince: products.inUseSince,
      retiredOn: products.retiredOn,
      id: snapshots.id,
      takenOn: snapshots.takenOn,
      takenAt: snapshots.takenAt,
    })
    .from(sources)
    .innerJoin(
      products,
      and(eq(products.organizationId, sources.organizationId), eq(products.id, sources.productId)),
    )
    .innerJoin(
      snapshots,
      and(
        eq(snapshots.organizationId, sources.organizationId),
        eq(snapshots.sourceId, sources.id),
        eq(snapshots.effective, true),
      ),
    )
    .where(and(eq(sources.organizationId, context.organization.id), inArray(sources.productId, chosen)));
  const [start, end] = [epochDay(period.start), epochDay(period.end)];
  const ids = new Set<string>();
  for (const ofProduct of Map.groupBy(rows, (row) => row.productId).values()) {
    const [first] = ofProduct;
    if (first === undefined) continue;
    const bySource = Map.groupBy(ofProduct, (row) => row.sourceId);
    const eras = snapshotEras({
      inUseSince: first.inUseSince,
      retiredOn: first.retiredOn,
      sources: [...bySource.values()].map((taken) => ({
        retiredOn: taken[0]?.sourceRetiredOn ?? null,
        snapshots: taken.map(({ id, takenOn, takenAt }) => ({ id, takenOn, takenAt: takenAt.toISOString() })),
      })),
    });
    const touching = eras.filter((era) => (era.start ?? -Infinity) < end && (era.end ?? Infinity) > start);
    for (const era of touching) for (const id of era.snapshotIds) ids.add(id);
  }
  return [...ids].sort();
}
