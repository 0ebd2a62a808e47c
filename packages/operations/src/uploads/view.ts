import type { Upload } from "@headwater/contract/products";
import { products, snapshots, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

type UploadFacts = Pick<
  typeof uploads.$inferSelect,
  "id" | "status" | "productId" | "productSlug" | "sourcePath"
> &
  Partial<Pick<typeof uploads.$inferSelect, "refusal">>;

const snapshotColumns = {
  id: snapshots.id,
  format: snapshots.format,
  formatVersion: snapshots.formatVersion,
  components: snapshots.components,
  direct: snapshots.direct,
  edges: snapshots.edges,
  added: snapshots.added,
  removed: snapshots.removed,
  updated: snapshots.updated,
  effective: snapshots.effective,
  problems: snapshots.problems,
};

type SnapshotFacts = Pick<typeof snapshots.$inferSelect, keyof typeof snapshotColumns>;

/** The upload as it is shown, with what became of it; null where there is none. */
export async function uploadView(context: Context, id: Identifier<"upl">): Promise<Upload | null> {
  const [found] = await context.db
    .select({ upload: uploads, product: products.slug, snapshot: snapshotColumns })
    .from(uploads)
    .leftJoin(
      products,
      and(eq(products.organizationId, uploads.organizationId), eq(products.id, uploads.productId)),
    )
    .leftJoin(
      snapshots,
      and(eq(snapshots.organizationId, uploads.organizationId), eq(snapshots.id, uploads.snapshotId)),
    )
    .where(and(eq(uploads.organizationId, context.organization.id), eq(uploads.id, id)));
  return found ? shownUpload(found.upload, found.product, found.snapshot) : null;
}

/** The same of rows that are in hand. `product`: its slug, null where it is gone. */
export function shownUpload(
  upload: UploadFacts,
  product: string | null,
  snapshot: SnapshotFacts | null,
): Upload {
  return {
    id: upload.id,
    status: upload.status,
    statusUrl: `/api/v1/sboms/${upload.id}`,
    // A product that only a refused upload would have made is gone; the name that it would have had stays.
    product: product ?? upload.productSlug ?? upload.productId,
    productId: upload.productId,
    source: upload.sourcePath,
    snapshot:
      snapshot === null
        ? null
        : {
            id: snapshot.id,
            format: snapshot.format,
            formatVersion: snapshot.formatVersion,
            components: snapshot.components,
            direct: snapshot.direct,
            edges: snapshot.edges,
            added: snapshot.added,
            removed: snapshot.removed,
            updated: snapshot.updated,
            inForce: snapshot.effective,
            problems: [...snapshot.problems],
          },
    error: upload.refusal ?? null,
  };
}
