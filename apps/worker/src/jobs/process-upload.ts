import type { Runtime } from "@headwater/operations/operation";
import { processUpload } from "@headwater/operations/uploads/process";
import { jobActor } from "../actor.ts";
import type { Payload } from "../payload.ts";

/** Reads an uploaded inventory and brings it into force; of an upload that has been dealt with it does nothing. */
export async function processUploadJob(
  runtime: Runtime,
  { organizationId, uploadId }: Payload<"process-upload">,
): Promise<void> {
  await processUpload(runtime, jobActor("process-upload", organizationId), uploadId);
}
