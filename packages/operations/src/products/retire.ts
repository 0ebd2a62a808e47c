import { Product, RetireProduct } from "@headwater/contract/products";
import { products, sources } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { badField, writing } from "../operation/index.ts";
import { recomputeProduct } from "../usage/recompute.ts";
import { findProduct } from "./find.ts";
import { shownProduct } from "./row.ts";

/** From that day on the product, or one source of it, is no longer in use; what it used before stays counted. */
export const retireProduct = writing({
  name: "product.retire",
  access: "product.change",
  input: RetireProduct,
  output: Product,
  async run(context, input, runtime) {
    const product = await findProduct(context, input.slug);
    if (product.inUseSince !== null && input.day <= product.inUseSince)
      throw badField(
        "day",
        `the product is in use since ${product.inUseSince}; it can be retired from the day after`,
      );
    const organizationId = context.organization.id;
    if (input.source === undefined)
      await context.db
        .update(products)
        .set({ retiredOn: input.day })
        .where(and(eq(products.organizationId, organizationId), eq(products.id, product.id)));
    else {
      const written = await context.db
        .update(sources)
        .set({ retiredOn: input.day })
        .where(
          and(
            eq(sources.organizationId, organizationId),
            eq(sources.productId, product.id),
            eq(sources.path, input.source),
          ),
        )
        .returning({ id: sources.id });
      if (written.length === 0)
        throw badField(
          "source",
          `the product has no source ${JSON.stringify(input.source)}; GET /api/v1/products lists its sources`,
        );
    }
    await recomputeProduct(context, runtime, product.id);
    return await shownProduct(context, product.id);
  },
  audit: (product, input) => ({
    entity: `product:${product.id}`,
    detail: { day: input.day, source: input.source ?? null },
  }),
});
