import { Button, Combobox, type DroppedFile, FileDrop, SectionHead } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { productsQuery } from "../../queries.ts";
import { FileLine } from "./FileLine.tsx";
import "./imports.css";
import { sift } from "./inventory-files.ts";
import { t } from "./texts.ts";
import {
  addFiles,
  chooseProduct,
  chosenProduct,
  clearDone,
  skipped,
  slugOf,
  tallyOf,
  uploads,
} from "./uploads.ts";

/** The place to drop inventories, and what became of each. */
export function DropInventories() {
  const products = useQuery(() => productsQuery);
  const choices = () =>
    (products.data?.items ?? []).map((one) => ({
      value: one.slug,
      name: one.name,
      meaning: one.slug === one.name ? "" : one.slug,
    }));
  const goesTo = () => chosenProduct() ?? products.data?.items[0]?.slug ?? "my-product";
  const take = async (files: readonly DroppedFile[]) => addFiles(await sift(files), goesTo());
  const tally = () => tallyOf(uploads, skipped());
  return (
    <>
      <FileDrop title={t().drop} sentence={t().dropSentence} onFiles={(files) => void take(files)} />
      <div class="goes-to">
        <Combobox
          label={t().outsideFolder}
          value={goesTo()}
          choices={choices()}
          onChoose={(name) => chooseProduct(slugOf(name))}
          newName={(typed) => t().newProduct(slugOf(typed))}
        />
      </div>
      <Show when={uploads.length + skipped() > 0}>
        <section class="uploads" aria-labelledby="uploads-title">
          <SectionHead title={t().files} id="uploads-title">
            <span role="status">{tally()}</span>
            <Button kind="quiet" size="small" onClick={clearDone}>
              {t().clearDone}
            </Button>
          </SectionHead>
          <ul class="file-lines">
            <For each={uploads}>{(upload) => <FileLine upload={upload} choices={choices()} />}</For>
          </ul>
        </section>
      </Show>
    </>
  );
}
