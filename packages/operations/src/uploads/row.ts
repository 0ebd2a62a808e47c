import { products, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import type { StatementPlace } from "@headwater/domain/mapping";
import { and, eq } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

export type UploadRow = typeof uploads.$inferSelect & {
  /** Slug of its product. */
  readonly product: string;
};

/** The upload with the slug of its product, locked until the transaction ends. */
export async function uploadRow(context: Context, id: Identifier<"upl">): Promise<UploadRow> {
  const [row] = await context.db
    .select({ upload: uploads, product: products.slug })
    .from(uploads)
    .leftJoin(
      products,
      and(eq(products.organizationId, uploads.organizationId), eq(products.id, uploads.productId)),
    )
    .where(and(eq(uploads.organizationId, context.organization.id), eq(uploads.id, id)))
    .for("update", { of: uploads });
  if (!row) throw new Error(`there is no upload ${id}`);
  // The product of a refused upload may be gone; nothing is stated there.
  return { ...row.upload, product: row.product ?? "" };
}

export function placeOf({ product, sourcePath }: UploadRow): StatementPlace {
  return { product, path: sourcePath };
}
