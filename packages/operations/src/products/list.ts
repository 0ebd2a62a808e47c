import { ListProducts, Products } from "@headwater/contract/products";
import { products } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { desc, eq } from "drizzle-orm";
import { keyedPage, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";
import { productRows } from "./row.ts";

/** In the order of their slugs, the retired ones too. */
export const listProducts = reading({
  name: "product.list",
  access: "product.read",
  input: ListProducts,
  output: Products,
  run: (context, input) =>
    keyedPage({
      input,
      id: products.id,
      key: products.slug,
      parseId: (text) => parseIdentifier("prd", text),
      parseKey: textKey,
      read: (condition, limit) => productRows(context, condition, limit),
      keyOf: (product) => product.slug,
      newestId: async () => {
        const [row] = await context.db
          .select({ id: products.id })
          .from(products)
          .where(eq(products.organizationId, context.organization.id))
          .orderBy(desc(products.id))
          .limit(1);
        return row?.id ?? null;
      },
    }),
});
