import { failDemo, fillDemo } from "@headwater/operations/demo/fill";
import type { Runtime } from "@headwater/operations/operation";
import type { Payload } from "../payload.ts";
import { beside } from "../runtime/beside.ts";

/** Fills a demo company. One that fails says so and is not tried again: it is removed and loaded anew. */
export async function loadDemoJob(runtime: Runtime, { organizationId }: Payload<"load-demo">): Promise<void> {
  try {
    await fillDemo(runtime, organizationId, beside(import.meta.url, "./demo"));
  } catch (error) {
    await failDemo(runtime, organizationId, "The loading failed. Remove the demo company and load it again.");
    throw error;
  }
}
