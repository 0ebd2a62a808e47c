import { ListUploads, type UploadLine, Uploads } from "@headwater/contract/products";
import { products, snapshots, uploads } from "@headwater/db/tables";
import { and, desc, eq, sql } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { findProduct } from "../products/find.ts";

/** What came from builds and people and what became of it, the newest first. */
export const listUploads = reading({
  name: "upload.list",
  access: "product.read",
  input: ListUploads,
  output: Uploads,
  async run(context, input) {
    const product = input.product === undefined ? null : await findProduct(context, input.product);
    const rows = await context.db
      .select(columns)
      .from(uploads)
      .leftJoin(
        products,
        and(eq(products.organizationId, uploads.organizationId), eq(products.id, uploads.productId)),
      )
      .leftJoin(
        snapshots,
        and(eq(snapshots.organizationId, uploads.organizationId), eq(snapshots.id, uploads.snapshotId)),
      )
      .where(
        and(
          eq(uploads.organizationId, context.organization.id),
          olderThan(input.cursor, "upl", uploads.id),
          product === null ? undefined : eq(uploads.productId, product.id),
        ),
      )
      // Identifiers ascend with the time at which they were made.
      .orderBy(desc(uploads.id))
      .limit(input.limit + 1);
    return newestPage(rows.map(shown), input);
  },
});

/** The graph of a snapshot is large; the list needs only its counts. */
const columns = {
  upload: uploads,
  product: products.slug,
  snapshot: {
    components: snapshots.components,
    added: snapshots.added,
    removed: snapshots.removed,
    updated: snapshots.updated,
    inForce: snapshots.effective,
    problems: sql<number>`coalesce(jsonb_array_length(${snapshots.problems}), 0)`.mapWith(Number),
  },
};

interface Row {
  readonly upload: typeof uploads.$inferSelect;
  readonly product: string | null;
  readonly snapshot: UploadLine["snapshot"];
}

function shown({ upload, product, snapshot }: Row): UploadLine {
  return {
    id: upload.id,
    status: upload.status,
    // A product that only a refused upload would have made is gone; the name that it would have had stays.
    product: product ?? upload.productSlug ?? upload.productId,
    source: upload.sourcePath,
    fileName: upload.fileName,
    takenAt: upload.takenAt.toISOString(),
    snapshot,
    error: upload.refusal ?? null,
  };
}
