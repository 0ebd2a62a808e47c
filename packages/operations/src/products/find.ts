import { products } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { type Context, Refused } from "../operation/index.ts";

/** The product of that slug; refuses with `unknown-product`. */
export async function findProduct(context: Context, slug: string): Promise<typeof products.$inferSelect> {
  const [row] = await context.db
    .select()
    .from(products)
    .where(and(eq(products.organizationId, context.organization.id), eq(products.slug, slug)));
  if (!row)
    throw new Refused(
      "unknown-product",
      `There is no product ${JSON.stringify(slug)} here. Check the spelling, or create it with POST /api/v1/products.`,
    );
  return row;
}
