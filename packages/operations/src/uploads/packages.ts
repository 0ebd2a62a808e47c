import { mappingRules, packages, projects, type MappingBasis } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { fullName, packageKey } from "@headwater/domain/package";
import { ecosystemOf } from "@headwater/domain/usage";
import { and, eq, isNull, sql } from "drizzle-orm";
import { decideProject } from "../mapping/decide.ts";
import type { Context } from "../operation/index.ts";
import type { Statements } from "./statements.ts";

export interface KnownPackage {
  readonly id: number;
  readonly projectId: Identifier<"prj">;
}

export interface EnsuredPackages {
  /** Versionless purl as the file writes it → the package. */
  readonly byPurl: ReadonlyMap<string, KnownPackage>;
  /** Packages that stood alone until this file said where they come from. */
  readonly moved: readonly number[];
}

interface StoredPackage {
  readonly key: string;
  readonly id: number;
  readonly projectId: Identifier<"prj">;
  readonly basis: MappingBasis;
}

/** Finds or makes each package and the project that it belongs to. A few queries, however many packages there are. */
export async function ensurePackages(context: Context, statements: ReadonlyMap<string, Statements>): Promise<EnsuredPackages> {
  const keyOf = new Map([...statements.keys()].map((purl) => [purl, packageKey(purl)]));
  const stored = await storedPackages(context, [...new Set(keyOf.values())]);
  const undecided = [...keyOf].filter(([purl, key]) => {
    const known = stored.get(key);
    return known === undefined || (known.basis === "provisional" && (statements.get(purl)?.repositories.length ?? 0) > 0);
  });
  const moved: number[] = [];
  if (undecided.length > 0) await decide(context, undecided, statements, stored, moved);
  const byPurl = new Map<string, KnownPackage>();
  for (const [purl, key] of keyOf) {
    const known = stored.get(key);
    if (known === undefined) throw new Error(`the package ${purl} was written and cannot be read`);
    byPurl.set(purl, known);
  }
  return { byPurl, moved };
}

async function decide(
  context: Context,
  undecided: readonly (readonly [string, string])[],
  statements: ReadonlyMap<string, Statements>,
  stored: Map<string, StoredPackage>,
  moved: number[],
): Promise<void> {
  const rules = await activeRules(context);
  const wanted = new Map<string, { purl: string; project: string; basis: MappingBasis }>();
  for (const [purl, key] of undecided) {
    const stated = statements.get(purl)?.repositories.map((statement) => statement.project) ?? [];
    if (!wanted.has(key)) wanted.set(key, { purl, ...decideProject({ purl, personProject: null, rules, stated }) });
  }
  const projectIds = await ensureProjects(context, new Map([...wanted.values()].map(({ project, purl, basis }) => [project, basis === "provisional" ? fullNameOf(purl) : nameOfSlug(project)])));
  const fresh: { key: string; purl: string; projectId: Identifier<"prj">; basis: MappingBasis }[] = [];
  for (const [key, { purl, project, basis }] of wanted) {
    const projectId = projectIds.get(project);
    if (projectId === undefined) throw new Error(`the project ${project} was written and cannot be read`);
    const known = stored.get(key);
    if (known === undefined) fresh.push({ key, purl, projectId, basis });
    else if (basis !== "provisional") {
      await context.db.update(packages).set({ projectId, basis }).where(and(eq(packages.organizationId, context.organization.id), eq(packages.id, known.id)));
      stored.set(key, { ...known, projectId, basis });
      moved.push(known.id);
    }
  }
  if (fresh.length > 0) await insertPackages(context, fresh, stored);
}

async function storedPackages(context: Context, keys: readonly string[]): Promise<Map<string, StoredPackage>> {
  const rows = await context.db
    .select({ key: packages.key, id: packages.id, projectId: packages.projectId, basis: packages.basis })
    .from(packages)
    .where(and(eq(packages.organizationId, context.organization.id), sql`${packages.key} = any(${sql.param([...keys])}::text[])`));
  return new Map(rows.map((row) => [row.key, row]));
}

/** Sorted, so that two uploads that meet the same new packages wait for each other and never in a ring. */
async function insertPackages(
  context: Context,
  fresh: readonly { key: string; purl: string; projectId: Identifier<"prj">; basis: MappingBasis }[],
  stored: Map<string, StoredPackage>,
): Promise<void> {
  const rows = [...fresh].sort((a, b) => (a.key < b.key ? -1 : 1));
  await context.db.execute(sql`
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
    on conflict (organization_id, key) do nothing`);
  for (const [key, row] of await storedPackages(context, rows.map((row) => row.key))) stored.set(key, row);
}

/** Projects by slug; the ones that are missing are made, with the name given. */
export async function ensureProjects(context: Context, nameBySlug: ReadonlyMap<string, string>): Promise<Map<string, Identifier<"prj">>> {
  const slugs = [...nameBySlug.keys()].sort();
  const found = await projectIdsOf(context, slugs);
  const missing = slugs.filter((slug) => !found.has(slug));
  if (missing.length === 0) return found;
  await context.db.execute(sql`
    insert into projects (organization_id, id, slug, name, provisional)
    select ${identifierToUuid(context.organization.id)}::uuid, id, slug, name, provisional
    from unnest(
      ${sql.param(missing.map(() => identifierToUuid(context.newId("prj"))))}::uuid[],
      ${sql.param(missing)}::text[],
      ${sql.param(missing.map((slug) => nameBySlug.get(slug) ?? slug))}::text[],
      ${sql.param(missing.map(isProvisionalSlug))}::boolean[]
    ) as row(id, slug, name, provisional)
    on conflict (organization_id, slug) do nothing`);
  for (const [slug, id] of await projectIdsOf(context, missing)) found.set(slug, id);
  return found;
}

async function projectIdsOf(context: Context, slugs: readonly string[]): Promise<Map<string, Identifier<"prj">>> {
  const rows = await context.db
    .select({ slug: projects.slug, id: projects.id })
    .from(projects)
    .where(and(eq(projects.organizationId, context.organization.id), sql`${projects.slug} = any(${sql.param([...slugs])}::text[])`));
  return new Map(rows.map((row) => [row.slug, row.id]));
}

async function activeRules(context: Context): Promise<{ pattern: string; project: string }[]> {
  return await context.db
    .select({ pattern: mappingRules.pattern, project: projects.slug })
    .from(mappingRules)
    .innerJoin(projects, and(eq(projects.organizationId, mappingRules.organizationId), eq(projects.id, mappingRules.projectId)))
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

