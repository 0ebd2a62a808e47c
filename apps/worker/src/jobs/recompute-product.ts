import { perform, type Runtime } from "@headwater/operations/operation";
import { recomputeOneProduct } from "@headwater/operations/usage/recompute-product";
import { jobActor } from "../actor.ts";
import type { Payload } from "../payload.ts";

/** Puts a product's usage right after a mapping or a setting changed; twice gives the same as once. */
export async function recomputeProductJob(
  runtime: Runtime,
  { organizationId, productId }: Payload<"recompute-product">,
): Promise<void> {
  await perform(recomputeOneProduct, runtime, jobActor("recompute-product", organizationId), { productId });
}
