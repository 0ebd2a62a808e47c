import type { DroppedFile } from "@headwater/ui/components";

/** A file to be read, with the files that explain it by their path from its folder. */
export interface InventoryFile extends DroppedFile {
  readonly beside: ReadonlyMap<string, File>;
}

export interface Sifted {
  readonly inventories: readonly InventoryFile[];
  /** How many files of dropped folders are surely no inventories. */
  readonly skipped: number;
}

/**
 * The names that the formats of the server go by. The server decides what a file is; this only spares it the other
 * ten thousand files of a checkout. A test holds the list against every format that there is.
 */
const inventoryNames =
  /^(?:package-lock|npm-shrinkwrap)\.json$|^pnpm-lock\.yaml$|^Cargo\.lock$|^go\.mod$|(?:^|[._-])s?(?:bom|cdx|cyclonedx|spdx)(?:[._-].*)?\.json$|\.cdxjson$/i;

/** What says in a JSON file of any name that it is an inventory. */
const inventoryMarks = /"(?:bomFormat|spdxVersion|SPDXID|lockfileVersion)"\s*:/;

/** The marks stand near the start; whoever writes them at the end names the file after its format. */
const HEAD_BYTES = 65_536;

/** Files that explain an inventory in the same folder or in one above, by the inventory's name. */
const explainedBy: Readonly<Record<string, RegExp>> = {
  "Cargo.lock": /(?:^|\/)Cargo\.toml$/,
  "go.mod": /^(?:go\.sum|go\.mod\.graph)$/,
};

/** Sorts what was dropped. A file that was chosen by itself is always sent: then the server says what it is. */
export async function sift(files: readonly DroppedFile[]): Promise<Sifted> {
  const taken: DroppedFile[] = [];
  const others: DroppedFile[] = [];
  for (const file of files) ((await isInventory(file)) ? taken : others).push(file);
  const inventories = taken.map((one) => ({ ...one, beside: besideOf(one.path, others) }));
  const explaining = new Set(inventories.flatMap(({ beside }) => [...beside.values()]));
  const left = others.filter(({ file }) => !explaining.has(file));
  const chosen = left.filter(({ path }) => !path.includes("/"));
  return {
    inventories: [...inventories, ...chosen.map((one) => ({ ...one, beside: new Map<string, File>() }))],
    skipped: left.length - chosen.length,
  };
}

async function isInventory({ file, path }: DroppedFile): Promise<boolean> {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.gz$/i, "");
  if (inventoryNames.test(name)) return true;
  return /\.json$/i.test(file.name) && inventoryMarks.test(await file.slice(0, HEAD_BYTES).text());
}

function besideOf(path: string, others: readonly DroppedFile[]): ReadonlyMap<string, File> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const pattern = explainedBy[path.slice(folder.length)];
  const beside = new Map<string, File>();
  if (pattern === undefined) return beside;
  for (const other of others) {
    if (!other.path.startsWith(folder)) continue;
    const from = other.path.slice(folder.length);
    if (pattern.test(from)) beside.set(from, other.file);
  }
  return beside;
}
