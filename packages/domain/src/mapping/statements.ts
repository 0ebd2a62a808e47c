import { fundingChannel, packageKey, repositorySlug, statedProject } from "../package/index.ts";
import { packageKeyOf, type Inventory } from "../usage/index.ts";
import { OWN_NAME, type StatedProject } from "./trust.ts";

/** Where an inventory stands: what is stated there counts as one source, however many products have a file of that path. */
export interface StatementPlace {
  /** Slug or name that stays with the product. */
  readonly product: string;
  /** Path of the inventory in the product. */
  readonly path: string;
}

/** What a file that lay beside an inventory says of one of its packages. */
export interface StatementBeside {
  /** With or without version. */
  readonly purl: string;
  /** Address as the file states it. */
  readonly repository: string | null;
  readonly funding: readonly string[];
  /** Which file that was. */
  readonly source: string;
}

export interface RepositoryStatement extends StatedProject {
  /** As the file states it. */
  readonly statement: string;
}

/** What files say of one package: repositories, and addresses under which it can be funded. */
export interface Statements {
  readonly repositories: RepositoryStatement[];
  readonly channels: { readonly url: string; readonly platform: string; readonly source: string }[];
}

/**
 * Collects, for each versionless purl of an inventory, what the file and what lay beside it state.
 * The package's own identity (a Go module path) comes first, then the inventory, then what lay beside it.
 */
export function statementsOf(
  inventory: Inventory,
  place: StatementPlace,
  beside: readonly StatementBeside[],
): Map<string, Statements> {
  const byPackage = new Map<string, Statements>();
  const source = `${place.product}/${place.path}`;
  for (const component of inventory.components) {
    const statements = statementsFor(byPackage, packageKeyOf(component));
    // Qualifiers (vcs_url) say it too, and only the purl with its version carries them; without any it says what its name says.
    if (component.purl?.includes("?") === true)
      addRepository(statements, statedProject(component.purl), component.purl, source);
    if (component.repository !== null)
      addRepository(statements, repositorySlug(component.repository), component.repository, source);
    for (const url of component.funding) addChannel(statements, url, source);
  }
  const byKey =
    beside.length === 0
      ? new Map<string, Statements>()
      : new Map(Array.from(byPackage, ([purl, known]) => [packageKey(purl), known]));
  for (const { purl, repository, funding, source: file } of beside) {
    const statements = byKey.get(packageKey(purl));
    if (statements === undefined) continue;
    if (repository !== null)
      addRepository(statements, repositorySlug(repository), repository, `${source}: ${file}`);
    for (const url of funding) addChannel(statements, url, `${source}: ${file}`);
  }
  return byPackage;
}

function statementsFor(byPackage: Map<string, Statements>, key: string): Statements {
  const known = byPackage.get(key);
  if (known !== undefined) return known;
  const made: Statements = { repositories: [], channels: [] };
  const own = statedProject(key);
  if (own !== null) made.repositories.push({ project: own, statement: key, source: OWN_NAME });
  byPackage.set(key, made);
  return made;
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
