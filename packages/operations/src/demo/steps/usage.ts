import { parseIdentifier } from "@headwater/domain/identifier";
import { addDays } from "@headwater/domain/period";
import { createProduct } from "../../products/create.ts";
import { processUpload } from "../../uploads/process.ts";
import { submitUpload } from "../../uploads/submit.ts";
import { demoProducts } from "../company/products.ts";
import type { DemoStage } from "../stage.ts";
import { TOLD_DAYS } from "./span.ts";

export async function productsInUse(stage: DemoStage): Promise<void> {
  const day = stage.daysAgo(TOLD_DAYS);
  stage.goTo(day);
  for (const product of demoProducts) await stage.perform(createProduct, product);
}

/** One source of a product, from its first inventory to its last. */
export function uploadInventories(source: number) {
  return async (stage: DemoStage): Promise<void> => {
    const inventory = (await stage.inventories())[source];
    if (inventory === undefined) throw new RangeError(`there is no inventory ${source} among the fixtures`);
    const { product, path, snapshots, statements } = inventory;
    for (const { daysAgo, label, text } of snapshots) {
      const day = stage.daysAgo(daysAgo);
      stage.goTo(addDays(day, 0));
      const { id } = await stage.perform(submitUpload, {
        product,
        source: path,
        fileName: path,
        label,
        ref: "main",
        takenAt: `${day}T09:00:00.000Z`,
        content: new TextEncoder().encode(text),
        statements,
        later: false,
      });
      const uploadId = parseIdentifier("upl", id);
      const done = uploadId === null ? null : await processUpload(stage.runtime, stage.owner, uploadId);
      if (done?.status !== "done")
        throw new Error(`${path} of ${product} was not read: ${JSON.stringify(done?.error ?? null)}`);
    }
  };
}
