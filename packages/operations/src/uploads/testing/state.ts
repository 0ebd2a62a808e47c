import type { Database } from "@headwater/db";
import {
  components,
  packages,
  productEras,
  productMasses,
  products,
  projects,
  snapshots,
  sources,
} from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";

/** What uploads leave behind, by the names of things instead of their ids, so that two organizations can be compared. */
export async function stateOf(database: Database, organizationId: Identifier<"org">) {
  return await database.transaction({ organizationId, readOnly: true }, async (db) => {
    const inForce = await db
      .select({
        product: products.slug,
        source: sources.path,
        purl: packages.purl,
        version: components.version,
        scope: components.scope,
        direct: components.direct,
        since: components.since,
        until: components.until,
      })
      .from(components)
      .innerJoin(
        sources,
        and(eq(sources.organizationId, components.organizationId), eq(sources.id, components.sourceId)),
      )
      .innerJoin(
        products,
        and(eq(products.organizationId, sources.organizationId), eq(products.id, sources.productId)),
      )
      .innerJoin(
        packages,
        and(eq(packages.organizationId, components.organizationId), eq(packages.id, components.packageId)),
      );
    const eras = await db
      .select({
        product: products.slug,
        start: productEras.startDay,
        end: productEras.endDay,
        kept: productEras.kept,
        leftOver: productEras.leftOver,
        assumed: productEras.assumed,
        shapes: productEras.shapes,
      })
      .from(productEras)
      .innerJoin(
        products,
        and(eq(products.organizationId, productEras.organizationId), eq(products.id, productEras.productId)),
      );
    const masses = await db
      .select({
        product: products.slug,
        project: projects.slug,
        start: productMasses.startDay,
        end: productMasses.endDay,
        mass: productMasses.mass,
        runtime: productMasses.runtime,
      })
      .from(productMasses)
      .innerJoin(
        products,
        and(
          eq(products.organizationId, productMasses.organizationId),
          eq(products.id, productMasses.productId),
        ),
      )
      .innerJoin(
        projects,
        and(
          eq(projects.organizationId, productMasses.organizationId),
          eq(projects.id, productMasses.projectId),
        ),
      );
    const seen = await db
      .select({ source: sources.path, lastSeenAt: sources.lastSeenAt, trackedRef: sources.trackedRef })
      .from(sources);
    const taken = await db
      .select({ takenAt: snapshots.takenAt, effective: snapshots.effective })
      .from(snapshots);
    return {
      components: sorted(inForce),
      eras: sorted(eras),
      masses: sorted(masses),
      sources: sorted(seen),
      snapshots: sorted(taken),
    };
  });
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
