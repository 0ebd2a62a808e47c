import { Product, ReadProduct } from "@headwater/contract/products";
import { reading } from "../operation/index.ts";
import { findProduct } from "./find.ts";
import { shownProduct } from "./row.ts";

export const readProduct = reading({
  name: "product.read",
  access: "product.read",
  input: ReadProduct,
  output: Product,
  run: async (context, input) => await shownProduct(context, (await findProduct(context, input.slug)).id),
});
