import type { PackageStatement } from "@headwater/contract/products";
import type { Inventory, Refusal } from "@headwater/domain/usage";
import { access } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Failure, type Given, type Option, type Terminal } from "../command.ts";
import type { Environment } from "../env.ts";
import { moduleGraph } from "../evidence/go.ts";
import { readEvidence } from "../evidence/index.ts";
import { byProduct, findInventories, type FoundInventory } from "./find.ts";
import { readInventory } from "./read.ts";
import type { ScanRules } from "./rules.ts";

/** One inventory of a product, read or refused. */
export type ReadSource = { readonly path: string; readonly file: string } & (
  | {
      readonly kind: "inventory";
      readonly inventory: Inventory;
      readonly bytes: Uint8Array;
      readonly beside: ReadonlyMap<string, string>;
      /** What lies beside says of its packages. */
      readonly statements: readonly PackageStatement[];
    }
  | { readonly kind: "refused"; readonly refusal: Refusal }
);

export interface PortfolioProduct {
  readonly name: string;
  readonly folder: string;
  readonly sources: readonly ReadSource[];
}

/** Options of every command that reads a folder. */
export const folderOptions = {
  product: { type: "string", value: "NAME", about: "all inventories belong to one product of this name" },
  include: {
    type: "string",
    multiple: true,
    value: "GLOB",
    about: "read what a rule skips (see scan --rules); may be repeated",
  },
  exclude: { type: "string", multiple: true, value: "GLOB", about: "skip more; may be repeated" },
} as const satisfies Readonly<Record<string, Option>>;

/** Reads every inventory below the folder that the command line names. */
export async function readPortfolio(
  given: Given,
  { workingFolder, environment }: Terminal,
): Promise<readonly PortfolioProduct[]> {
  const [named, second] = given.positionals;
  if (named === undefined || second !== undefined) throw new Failure("Name one folder. See --help.");
  const root = resolve(workingFolder, named);
  const rules: ScanRules = { include: given.texts("include"), exclude: given.texts("exclude") };
  const found = await findInventories(root, rules);
  const products: PortfolioProduct[] = [];
  const one = given.text("product");
  for (const [name, inventories] of byProduct(root, found, one)) {
    const sources: ReadSource[] = [];
    for (const inventory of inventories) sources.push(await readSource(inventory, environment));
    products.push({
      name,
      folder: one === null && name !== basename(root) ? join(root, name) : root,
      sources,
    });
  }
  return products;
}

export async function readSource(
  { path, file }: FoundInventory,
  environment: Environment,
): Promise<ReadSource> {
  const folder = dirname(file);
  const outcome = await readInventory(file, { format: null, more: await graphBeside(file, environment) });
  if (outcome.kind === "refused") return { path, file, ...outcome };
  return { path, file, ...outcome, statements: await readEvidence(folder, outcome.inventory, environment) };
}

/** A go.mod does not say who needs whom; go does, unless somebody has written its answer down already. */
async function graphBeside(file: string, environment: Environment): Promise<ReadonlyMap<string, string>> {
  if (basename(file).replace(/\.gz$/i, "") !== "go.mod") return new Map();
  const isWritten = await access(join(dirname(file), "go.mod.graph")).then(
    () => true,
    () => false,
  );
  const graph = isWritten ? null : await moduleGraph(dirname(file), environment);
  return graph === null ? new Map() : new Map([["go.mod.graph", graph]]);
}

/** 0 when all was read, 1 when some was, 2 when nothing was or nothing was there. */
export function statusOf(sources: readonly ReadSource[]): 0 | 1 | 2 {
  const refused = sources.filter(({ kind }) => kind === "refused").length;
  return refused === 0 && sources.length > 0 ? 0 : refused === sources.length ? 2 : 1;
}

/** Says on stderr what is missing in what was printed. */
export function noteRefused(
  products: readonly PortfolioProduct[],
  named: string,
  note: (line: string) => void,
): void {
  const sources = products.flatMap(({ sources: all }) => all);
  if (sources.length === 0)
    note(`headwater: there is no inventory below ${named}; scan --rules says what is looked for.`);
  const refused = sources.filter(({ kind }) => kind === "refused");
  if (refused.length > 0)
    note(
      `headwater: ${refused.length} of ${sources.length} inventories could not be read: ${refused
        .map(({ path }) => path)
        .slice(0, 5)
        .join(", ")}${refused.length > 5 ? ", …" : ""}.`,
    );
}
