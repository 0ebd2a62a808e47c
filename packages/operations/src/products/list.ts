import { ListProducts, Products } from "@headwater/contract/products";
import { products } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
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
    keyedPage(context, {
      input,
      table: products,
      key: products.slug,
      parseId: (text) => parseIdentifier("prd", text),
      parseKey: textKey,
      read: (condition, limit) => productRows(context, condition, limit),
      keyOf: (product) => product.slug,
    }),
});
