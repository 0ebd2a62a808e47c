import { removeDemoRows } from "@headwater/db/demo";
import type { Runtime } from "@headwater/operations/operation";
import type { Payload } from "../payload.ts";

/** Takes out the rows of a demo that its owner has removed; twice does the same as once. */
export async function removeDemoJob(
  runtime: Runtime,
  { organizationId }: Payload<"remove-demo">,
): Promise<void> {
  await removeDemoRows(runtime.database, organizationId);
  runtime.changed(organizationId);
}
