import { jobsOf } from "@headwater/db/queue";
import type { Context } from "../operation/index.ts";

/** Products whose usage a job computes now or will. */
export async function productsBeingComputed(context: Context): Promise<number> {
  const jobs = await jobsOf(context.db, "recompute-product", context.organization.id);
  return new Set(jobs.map(({ productId }) => productId)).size;
}
