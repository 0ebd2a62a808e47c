import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { z } from "zod";

/** The inventories of one source of a product over time, oldest first; the last one is the real file. */
const DemoInventory = z.object({
  product: z.string(),
  /** Where the file stands in the product, and by which it is read. */
  path: z.string(),
  snapshots: z.array(z.object({ daysAgo: z.number().int(), label: z.string(), text: z.string() })),
  /** What is known of the repositories of its packages (fixtures/README.md). */
  statements: z.array(z.object({ purl: z.string(), repository: z.string(), source: z.string() })),
});
export type DemoInventory = z.output<typeof DemoInventory>;

/** In the sources beside this file; a bundle copies the folder and passes its own place. */
const ownFolder = fileURLToPath(new URL("fixtures/inventories", import.meta.url));

export async function readInventories(folder: string | null): Promise<readonly DemoInventory[]> {
  const place = folder ?? ownFolder;
  const names = (await readdir(place)).filter((name) => name.endsWith(".json.br")).sort();
  const decompress = promisify(brotliDecompress);
  return await Promise.all(
    names.map(async (name) =>
      DemoInventory.parse(JSON.parse((await decompress(await readFile(join(place, name)))).toString("utf8"))),
    ),
  );
}
