import type { Upload } from "@headwater/contract/products";
import { parseIdentifier } from "@headwater/domain/identifier";
import { type Actor, perform, type Runtime } from "../operation/index.ts";
import { processUpload } from "../uploads/process.ts";
import { submitUpload } from "../uploads/submit.ts";
import { cycloneDx, type DrawnInventory } from "./cyclone-dx.ts";

export interface DrawnUpload {
  readonly product: string;
  readonly inventory: DrawnInventory | Uint8Array;
  readonly takenAt?: string;
  readonly source?: string;
  readonly ref?: string;
  readonly effective?: boolean;
}

/** Uploads and reads an inventory as a request that waits for the outcome does. */
export async function uploadDrawn(
  runtime: Runtime,
  actor: Actor,
  { inventory, source = "sbom.json", ...given }: DrawnUpload,
): Promise<Upload> {
  const content = inventory instanceof Uint8Array ? inventory : cycloneDx(inventory);
  const submitted = await perform(submitUpload, runtime, actor, {
    ...given,
    source,
    fileName: source,
    content,
    create: true,
    later: false,
  });
  if (submitted.status === "unchanged") return submitted;
  const id = parseIdentifier("upl", submitted.id);
  const done = id === null ? null : await processUpload(runtime, actor, id);
  if (done === null) throw new Error(`the upload ${submitted.id} was dealt with by somebody else`);
  return done;
}
