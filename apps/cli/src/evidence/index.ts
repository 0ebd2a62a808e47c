import type { PackageStatement } from "@headwater/contract/products";
import { packageKeyOf, type Component, type Inventory } from "@headwater/domain/usage";
import type { Environment } from "../env.ts";
import { cargoStatements } from "./cargo.ts";
import { goStatements } from "./go.ts";
import { mavenStatements } from "./maven.ts";
import { npmStatements } from "./npm.ts";
import { pythonStatements } from "./python.ts";
import type { EvidenceReader } from "./statement.ts";

const readers: ReadonlyMap<string, EvidenceReader> = new Map([
  ["npm", npmStatements],
  ["cargo", cargoStatements],
  ["pypi", pythonStatements],
  ["maven", mavenStatements],
  ["golang", goStatements],
]);

/** Repositories and funding that lie beside an inventory or in the caches of its package manager. Nothing is fetched. */
export async function readEvidence(
  folder: string,
  inventory: Inventory,
  environment: Environment,
): Promise<readonly PackageStatement[]> {
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
