import { parseIdentifier } from "@headwater/domain/identifier";
import { z } from "zod";
import { holdMapping } from "../mapping/lock.ts";
import { Refused, writing } from "../operation/index.ts";
import { recomputeProduct } from "./recompute.ts";

/** The job's side of a changed mapping or setting: one product at a time. */
export const recomputeOneProduct = writing({
  name: "product.recompute",
  access: "product.change",
  input: z.object({ productId: z.string() }),
  output: z.object({ productId: z.string() }),
  async run(context, input, runtime) {
    await holdMapping(context);
    const productId = parseIdentifier("prd", input.productId);
    if (productId === null) throw new Refused("not-found", `${input.productId} is no product.`);
    await recomputeProduct(context, runtime, productId);
    return { productId };
  },
  audit: (output) => ({ entity: `product:${output.productId}`, detail: {} }),
});
