import type { PackageStatement } from "@headwater/contract/products";
import { fundingChannel, repositorySlug, statedProject } from "@headwater/domain/package";
import { packageKeyOf, type Inventory } from "@headwater/domain/usage";
import type { z } from "zod";
import { OWN_NAME } from "../mapping/stated-order.ts";

/** What files say of one package: repositories, and addresses under which it can be funded. */
export interface Statements {
  readonly repositories: { readonly project: string; readonly statement: string; readonly source: string }[];
  readonly channels: { readonly url: string; readonly platform: string; readonly source: string }[];
}

/**
 * Collects, for each versionless purl of an inventory, what the file and what lay beside it state.
 * The package's own identity (a Go module path) comes first, then the inventory, then what lay beside it.
 */
export function statementsOf(
  inventory: Inventory,
  path: string,
  beside: readonly z.output<typeof PackageStatement>[],
): Map<string, Statements> {
  const byPackage = new Map<string, Statements>();
  const of = (key: string): Statements => {
    const known = byPackage.get(key);
    if (known !== undefined) return known;
    const made: Statements = { repositories: [], channels: [] };
    const own = statedProject(key);
    if (own !== null) made.repositories.push({ project: own, statement: key, source: OWN_NAME });
    byPackage.set(key, made);
    return made;
  };
  for (const component of inventory.components) {
    const statements = of(packageKeyOf(component));
    // The purl's qualifiers (vcs_url) say it too, and the version's purl alone carries them.
    const qualified = component.purl === null ? null : statedProject(component.purl);
    if (qualified !== null && component.purl !== null)
      addRepository(statements, qualified, component.purl, path);
    if (component.repository !== null)
      addRepository(statements, repositorySlug(component.repository), component.repository, path);
    for (const url of component.funding) addChannel(statements, url, path);
  }
  for (const statement of beside) {
    const statements = byPackage.get(packageKeyOf({ purl: statement.purl, name: statement.purl }));
    if (statements === undefined) continue;
    if (statement.repository !== null)
      addRepository(statements, repositorySlug(statement.repository), statement.repository, statement.source);
    for (const url of statement.funding) addChannel(statements, url, statement.source);
  }
  return byPackage;
}

function addRepository(
  statements: Statements,
  project: string | null,
  statement: string,
  source: string,
): void {
  if (
    project === null ||
    statements.repositories.some((known) => known.project === project && known.source === source)
  )
    return;
  statements.repositories.push({ project, statement: statement.slice(0, 500), source });
}

function addChannel(statements: Statements, url: string, source: string): void {
  const channel = fundingChannel(url);
  if (channel === null || statements.channels.some((known) => known.url === channel.url)) return;
  statements.channels.push({ url: channel.url, platform: channel.platform, source });
}
