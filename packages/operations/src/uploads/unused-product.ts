import { products, sources, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, isNull, notExists, or, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/**
 * Removes the product of a refused upload where uploads alone made it and none of them stored anything: nobody has looked
 * at it, it has no source, and no other upload of it waits.
 */
export async function removeUnusedProduct(context: Context, productId: Identifier<"prd">): Promise<void> {
  const organizationId = context.organization.id;
  const own = and(
    eq(products.organizationId, organizationId),
    eq(products.id, productId),
    isNull(products.reviewedAt),
  );
  // Waits for uploads that are being submitted to it; the statement after it sees them.
  const [held] = await context.db.select({ id: products.id }).from(products).where(own).for("update");
  if (!held) return;
  const waiting = or(eq(uploads.status, "queued"), eq(uploads.status, "processing"));
  await context.db.delete(products).where(
    and(
      own,
      notExists(
        context.db
          .select({ one: sql`1` })
          .from(sources)
          .where(and(eq(sources.organizationId, organizationId), eq(sources.productId, productId))),
      ),
      notExists(
        context.db
          .select({ one: sql`1` })
          .from(uploads)
          .where(and(eq(uploads.organizationId, organizationId), eq(uploads.productId, productId), waiting)),
      ),
    ),
  );
}
