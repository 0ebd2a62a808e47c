import type { PackageStatement } from "@headwater/contract/products";
import { packageKeyOf, type Component, type Inventory } from "@headwater/domain/usage";
import type { Environment } from "../env.ts";
import { cargoStatements } from "./cargo.ts";
import { goStatements } from "./go.ts";
import { mavenStatements } from "./maven.ts";
import { npmStatements } from "./npm.ts";
import { pythonStatements } from "./python.ts";

/** Packages of one inventory that a reader of evidence looks up. Each package stands once, with one of its versions. */
export interface Asked {
  /** Folder of the inventory. */
  readonly folder: string;
  readonly components: readonly Component[];
  readonly environment: Environment;
}

/** Reads what an ecosystem keeps on this machine about the packages asked for; a package that nothing is known of is left out. */
export type EvidenceReader = (asked: Asked) => Promise<readonly PackageStatement[]>;

const readers: ReadonlyMap<string, EvidenceReader> = new Map([
  ["npm", npmStatements],
  ["cargo", cargoStatements],
  ["pypi", pythonStatements],
  ["maven", mavenStatements],
  ["golang", goStatements],
]);

/** Repositories and funding that lie beside an inventory or in the caches of its package manager. Nothing is fetched. */
export async function readEvidence(folder: string, inventory: Inventory, environment: Environment): Promise<readonly PackageStatement[]> {
  const byType = new Map<string, Map<string, Component>>();
  for (const component of inventory.components) {
    const type = /^pkg:([^/]+)\//.exec(component.purl ?? "")?.[1];
    if (type === undefined || !readers.has(type)) continue;
    const known = byType.get(type) ?? new Map<string, Component>();
    byType.set(type, known);
    const key = packageKeyOf(component);
    if (!known.has(key)) known.set(key, component);
  }
  const statements: PackageStatement[] = [];
  for (const [type, reader] of readers) {
    const components = [...(byType.get(type)?.values() ?? [])];
    if (components.length > 0) statements.push(...(await reader({ folder, components, environment })));
  }
  return statements;
}

/** A statement within the bounds of the machine interface; null where nothing is stated. */
export function statement(component: Component, source: string, repository: unknown, funding: readonly unknown[]): PackageStatement | null {
  const stated = typeof repository === "string" && repository.trim() !== "" && repository.length <= 2_000 ? repository.trim() : null;
  const urls = funding.filter((url) => typeof url === "string" && url !== "" && url.length <= 2_000).slice(0, 20);
  if (stated === null && urls.length === 0) return null;
  return { purl: packageKeyOf(component), repository: stated, funding: urls.filter((url) => typeof url === "string"), source: source.slice(0, 500) };
}
