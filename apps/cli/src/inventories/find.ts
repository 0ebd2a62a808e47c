import { formatOfFileName } from "@headwater/ingest";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { Failure } from "../command.ts";
import { counts, isClosedFolder, type ScanRules } from "./rules.ts";

export interface FoundInventory {
  /** Below the folder that was scanned, with `/`, without `.gz`: the name of the source. */
  readonly path: string;
  /** The file itself. */
  readonly file: string;
}

/** Directory entries that are looked at; a mistaken folder (a home, a disk) ends here, with a sentence. */
const mostEntries = 500_000;

/** Every inventory below the folder that the rules let through, by path. Links are not followed. */
export async function findInventories(root: string, rules: ScanRules): Promise<readonly FoundInventory[]> {
  const found: FoundInventory[] = [];
  const folders = [""];
  let seen = 0;
  for (let next = 0; next < folders.length; next += 1) {
    const folder = folders[next] ?? "";
    const entries = await entriesOf(root, folder);
    seen += entries.length;
    if (seen > mostEntries)
      throw new Failure(`There are more than ${mostEntries} files below ${root}; name a smaller folder.`);
    const names = new Set<string>();
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isClosedFolder(entry.name, rules)) folders.push(path);
      if (entry.isFile() && isInventoryName(entry.name.replace(/\.gz$/i, "")) && counts(path, rules))
        names.add(entry.name);
    }
    found.push(...chosen(names).map((name) => inventoryAt(root, folder, name)));
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function entriesOf(root: string, folder: string) {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    // A folder below that cannot be opened is like one that is not there; the one that was named is a mistake.
    if (folder !== "") return [];
    throw new Failure(
      `${root} cannot be read as a folder (${error instanceof Error && "code" in error ? String(error.code) : "unknown"}).`,
    );
  }
}

function isInventoryName(name: string): boolean {
  return formatOfFileName(name) !== null || /(?:^|[._-])(?:s?bom|cdx|cyclonedx|spdx)[._-].*json$/i.test(name);
}

/** Of two files that are one inventory the one that its package manager would read. */
function chosen(names: ReadonlySet<string>): string[] {
  const plainOrPacked = (name: string) => names.has(name) || names.has(`${name}.gz`);
  return [...names].filter((name) => {
    const plain = name.replace(/\.gz$/i, "");
    if (plain !== name && names.has(plain)) return false;
    return plain !== "package-lock.json" || !plainOrPacked("npm-shrinkwrap.json");
  });
}

function inventoryAt(root: string, folder: string, name: string): FoundInventory {
  const plain = name.replace(/\.gz$/i, "");
  return { path: folder === "" ? plain : `${folder}/${plain}`, file: join(root, folder, name) };
}

/** Inventories by product, in the order of their names; each source is named by its path inside of the product's folder. */
export function byProduct(
  root: string,
  found: readonly FoundInventory[],
  one: string | null,
): ReadonlyMap<string, readonly FoundInventory[]> {
  const products = new Map<string, FoundInventory[]>();
  for (const inventory of found) {
    const slash = inventory.path.indexOf("/");
    const product = one ?? (slash === -1 ? basename(root) : inventory.path.slice(0, slash));
    const path = one === null && slash !== -1 ? inventory.path.slice(slash + 1) : inventory.path;
    const known = products.get(product);
    if (known === undefined) products.set(product, [{ ...inventory, path }]);
    else known.push({ ...inventory, path });
  }
  return new Map([...products].sort(([left], [right]) => (left < right ? -1 : 1)));
}
