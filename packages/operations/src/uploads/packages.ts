import { mappingRules, projects, type MappingBasis } from "@headwater/db/tables";
import { identifierFromUuid, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { decideProject, inOrderOfTrust, ruleBook, type Statements } from "@headwater/domain/mapping";
import { fullName, packageKey } from "@headwater/domain/package";
import { ecosystemOf } from "@headwater/domain/usage";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

export interface KnownPackage {
  readonly id: number;
  readonly projectId: Identifier<"prj">;
  /** Slug of that project. */
  readonly project: string;
  readonly basis: MappingBasis;
}

export interface EnsuredPackages {
  /** Versionless purl as the file writes it → the package. */
  readonly byPurl: ReadonlyMap<string, KnownPackage>;
  /** Ids of the packages that nobody knew before. */
  readonly made: ReadonlySet<number>;
}

interface StoredPackage extends KnownPackage {
  readonly key: string;
}

/** The packages of purls, as far as they are known. */
export interface ReadPackages {
  /** Key of each purl. */
  readonly keyOf: ReadonlyMap<string, string>;
  readonly stored: Map<string, StoredPackage>;
}

export async function readPackages(context: Context, purls: readonly string[]): Promise<ReadPackages> {
  const keyOf = new Map(purls.map((purl) => [purl, packageKey(purl)]));
  return { keyOf, stored: await storedPackages(context, [...new Set(keyOf.values())]) };
}

/**
 * Finds each package, or makes it with the project that it belongs to. A package that is known stays where it is: adoptStatements
 * moves it. A few queries, however many packages there are. Whoever makes some holds the mapping.
 */
export async function ensurePackages(
  context: Context,
  statements: ReadonlyMap<string, Statements>,
  read?: ReadPackages,
): Promise<EnsuredPackages> {
  const { keyOf, stored } = read ?? (await readPackages(context, [...statements.keys()]));
  const unknown = Map.groupBy(
    [...keyOf].filter(([, key]) => !stored.has(key)),
    ([, key]) => key,
  );
  const made =
    unknown.size === 0 ? new Set<number>() : await makePackages(context, unknown, statements, stored);
  const byPurl = new Map<string, KnownPackage>();
  for (const [purl, key] of keyOf) {
    const known = stored.get(key);
    if (known === undefined) throw new Error(`the package ${purl} was written and cannot be read`);
    byPurl.set(purl, known);
  }
  return { byPurl, made };
}

/** Decides where new packages belong and writes them; answers the ids of those that nobody else wrote meanwhile. */
async function makePackages(
  context: Context,
  unknown: ReadonlyMap<string, readonly (readonly [purl: string, key: string])[]>,
  statements: ReadonlyMap<string, Statements>,
  stored: Map<string, StoredPackage>,
): Promise<Set<number>> {
  const rules = ruleBook(await activeRules(context));
  const wanted = [...unknown].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const [purl] = first;
    const stated = inOrderOfTrust(
      [first, ...others].flatMap(([spelling]) => statements.get(spelling)?.repositories ?? []),
    );
    return [{ key, purl, ...decideProject({ purl, personProject: null, rules, stated }) }];
  });
  const projectIds = await ensureProjects(
    context,
    new Map(
      wanted.map(({ project, purl, basis }) => [
        project,
        basis === "provisional" ? fullNameOf(purl) : nameOfSlug(project),
      ]),
    ),
  );
  const fresh = wanted.map(({ key, purl, project, basis }) => {
    const projectId = projectIds.get(project);
    if (projectId === undefined) throw new Error(`the project ${project} was written and cannot be read`);
    return { key, purl, projectId, project, basis };
  });
  return await insertPackages(context, fresh, stored);
}

async function storedPackages(
  context: Context,
  keys: readonly string[],
): Promise<Map<string, StoredPackage>> {
  const organization = identifierToUuid(context.organization.id);
  // Joined with the keys and not `= any(keys)`: PostgreSQL knows how many keys there are, and not how many rows a table has that
  // it has not analysed yet; it would compare each package with each project, 80 times as long.
  // Rows come as PostgreSQL writes them: the query builder would look at each value of thousands of rows.
  const { rows } = await context.db.execute<{
    key: string;
    id: string;
    project_id: string;
    project: string;
    basis: MappingBasis;
  }>(sql`
    select k.key, k.id, k.project_id, p.slug as project, k.basis
    from unnest(${sql.param([...keys])}::text[]) as wanted(key)
    join packages k on k.organization_id = ${organization}::uuid and k.key = wanted.key
    join projects p on p.organization_id = ${organization}::uuid and p.id = k.project_id`);
  return new Map(
    rows.map(({ key, id, project_id, project, basis }) => [
      key,
      { key, id: Number(id), projectId: identifierFromUuid("prj", project_id), project, basis },
    ]),
  );
}

/** Sorted, so that two uploads that meet the same new packages wait for each other and never in a ring. */
async function insertPackages(
  context: Context,
  fresh: readonly (Omit<StoredPackage, "id"> & { readonly purl: string })[],
  stored: Map<string, StoredPackage>,
): Promise<Set<number>> {
  const rows = [...fresh].sort((a, b) => (a.key < b.key ? -1 : 1));
  const written = await context.db.execute<{ id: string; key: string }>(sql`
    insert into packages (organization_id, purl, key, type, name, project_id, basis)
    select ${identifierToUuid(context.organization.id)}::uuid, purl, key, type, name, project_id, basis
    from unnest(
      ${sql.param(rows.map((row) => row.purl))}::text[],
      ${sql.param(rows.map((row) => row.key))}::text[],
      ${sql.param(rows.map((row) => ecosystemOf(row.purl)))}::text[],
      ${sql.param(rows.map((row) => fullNameOf(row.purl)))}::text[],
      ${sql.param(rows.map((row) => identifierToUuid(row.projectId)))}::uuid[],
      ${sql.param(rows.map((row) => row.basis))}::text[]
    ) as row(purl, key, type, name, project_id, basis)
    on conflict (organization_id, key) do nothing
    returning id, key`);
  const idOf = new Map(written.rows.map((row) => [row.key, Number(row.id)]));
  for (const { key, projectId, project, basis } of rows) {
    const id = idOf.get(key);
    if (id !== undefined) stored.set(key, { key, id, projectId, project, basis });
  }
  // Somebody else wrote these meanwhile.
  const theirs = rows.filter(({ key }) => !idOf.has(key)).map(({ key }) => key);
  if (theirs.length > 0) for (const [key, row] of await storedPackages(context, theirs)) stored.set(key, row);
  return new Set(idOf.values());
}

/** Projects by slug; the ones that are missing are made, with the name given. */
export async function ensureProjects(
  context: Context,
  nameBySlug: ReadonlyMap<string, string>,
): Promise<Map<string, Identifier<"prj">>> {
  const slugs = [...nameBySlug.keys()].sort();
  const found = await projectIdsOf(context, slugs);
  const missing = slugs.filter((slug) => !found.has(slug));
  if (missing.length === 0) return found;
  const written = await context.db.execute<{ id: string; slug: string }>(sql`
    insert into projects (organization_id, id, slug, name, provisional)
    select ${identifierToUuid(context.organization.id)}::uuid, id, slug, name, provisional
    from unnest(
      ${sql.param(missing.map(() => identifierToUuid(context.newId("prj"))))}::uuid[],
      ${sql.param(missing)}::text[],
      ${sql.param(missing.map((slug) => nameBySlug.get(slug) ?? slug))}::text[],
      ${sql.param(missing.map(isProvisionalSlug))}::boolean[]
    ) as row(id, slug, name, provisional)
    on conflict (organization_id, slug) do nothing
    returning id, slug`);
  for (const { id, slug } of written.rows) found.set(slug, identifierFromUuid("prj", id));
  // Somebody else wrote these meanwhile.
  const theirs = missing.filter((slug) => !found.has(slug));
  if (theirs.length > 0) for (const [slug, id] of await projectIdsOf(context, theirs)) found.set(slug, id);
  return found;
}

async function projectIdsOf(
  context: Context,
  slugs: readonly string[],
): Promise<Map<string, Identifier<"prj">>> {
  const rows = await context.db
    .select({ slug: projects.slug, id: projects.id })
    .from(projects)
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        sql`${projects.slug} = any(${sql.param([...slugs])}::text[])`,
      ),
    );
  return new Map(rows.map((row) => [row.slug, row.id]));
}

async function activeRules(context: Context): Promise<{ pattern: string; project: string }[]> {
  return await context.db
    .select({ pattern: mappingRules.pattern, project: projects.slug })
    .from(mappingRules)
    .innerJoin(
      projects,
      and(eq(projects.organizationId, mappingRules.organizationId), eq(projects.id, mappingRules.projectId)),
    )
    .where(and(eq(mappingRules.organizationId, context.organization.id), isNull(mappingRules.retiredAt)));
}

/** A provisional project stands for one package, and its slug is that package's purl. */
export function isProvisionalSlug(slug: string): boolean {
  return slug.startsWith("pkg:") || slug.startsWith("unidentified:");
}

/** The last part of a confirmed project's slug: `curl` of github.com/curl/curl. */
export function nameOfSlug(slug: string): string {
  return slug.slice(slug.lastIndexOf("/") + 1) || slug;
}

/** What its ecosystem calls the package; never a purl. */
export function fullNameOf(purl: string): string {
  return purl.startsWith("unidentified:") ? purl.slice("unidentified:".length) : fullName(purl);
}
