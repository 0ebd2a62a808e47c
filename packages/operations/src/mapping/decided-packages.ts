import { mappingRules, packageEvidence, packages, projects, type MappingBasis } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import {
  decideProject,
  inOrderOfTrust,
  ruleBook,
  type Decision,
  type MappingRule,
} from "@headwater/domain/mapping";
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { ensureProjects, fullNameOf, isProvisionalSlug, nameOfSlug } from "../uploads/packages.ts";

export interface PackageRow {
  readonly id: number;
  /** Versionless. */
  readonly purl: string;
  readonly name: string;
  readonly projectId: Identifier<"prj">;
  /** Slug. */
  readonly project: string;
  readonly basis: MappingBasis;
}

export interface ActiveRule extends MappingRule {
  readonly id: Identifier<"rul">;
  readonly projectId: Identifier<"prj">;
}

/** A package, and where it belongs by what is now known. */
export interface Decided extends Decision {
  readonly row: PackageRow;
}

/** Packages with their projects, in the order of their purls. */
export async function packageRows(
  context: Context,
  condition: SQL | undefined,
  limit?: number,
): Promise<PackageRow[]> {
  const query = context.db
    .select({
      id: packages.id,
      purl: packages.purl,
      name: packages.name,
      projectId: packages.projectId,
      project: projects.slug,
      basis: packages.basis,
    })
    .from(packages)
    .innerJoin(
      projects,
      and(eq(projects.organizationId, packages.organizationId), eq(projects.id, packages.projectId)),
    )
    .where(and(eq(packages.organizationId, context.organization.id), condition))
    .orderBy(asc(packages.purl));
  return limit === undefined ? await query : await query.limit(limit);
}

export async function activeRules(context: Context): Promise<ActiveRule[]> {
  return await context.db
    .select({
      id: mappingRules.id,
      pattern: mappingRules.pattern,
      projectId: mappingRules.projectId,
      project: projects.slug,
    })
    .from(mappingRules)
    .innerJoin(
      projects,
      and(eq(projects.organizationId, mappingRules.organizationId), eq(projects.id, mappingRules.projectId)),
    )
    .where(and(eq(mappingRules.organizationId, context.organization.id), isNull(mappingRules.retiredAt)))
    .orderBy(asc(mappingRules.id));
}

/** Decides each package anew under the rules. */
export async function decideAnew(
  context: Context,
  rows: readonly PackageRow[],
  rules: readonly MappingRule[],
): Promise<Decided[]> {
  const stated = await statedProjects(
    context,
    rows.map((row) => row.id),
  );
  const book = ruleBook(rules);
  return rows.map((row) => {
    const personProject = row.basis === "person" ? row.project : null;
    return {
      row,
      ...decideProject({ purl: row.purl, personProject, rules: book, stated: stated.get(row.id) ?? [] }),
    };
  });
}

/** Slugs that files state of each package, in order of trust. */
async function statedProjects(context: Context, ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await context.db
    .select({
      packageId: packageEvidence.packageId,
      project: packageEvidence.project,
      source: packageEvidence.source,
    })
    .from(packageEvidence)
    .where(
      and(
        eq(packageEvidence.organizationId, context.organization.id),
        sql`${packageEvidence.packageId} = any(${sql.param([...ids])}::bigint[])`,
      ),
    );
  const ofPackages = Map.groupBy(rows, (row) => row.packageId);
  return new Map([...ofPackages].map(([packageId, stated]) => [packageId, inOrderOfTrust(stated)]));
}

/**
 * Writes what was decided, with the projects that it needs, in two statements however many packages there are.
 * Answers the ids of the packages whose project is another one now: what stands on them is to be computed again.
 */
export async function storeDecided(context: Context, decided: readonly Decided[]): Promise<number[]> {
  const changed = decided.filter(({ row, project, basis }) => row.project !== project || row.basis !== basis);
  if (changed.length === 0) return [];
  const names = new Map(
    changed.map(({ row, project }) => [
      project,
      isProvisionalSlug(project) ? fullNameOf(row.purl) : nameOfSlug(project),
    ]),
  );
  const projectIds = await ensureProjects(context, names);
  const targets = changed.map(({ project }) => {
    const id = projectIds.get(project);
    if (id === undefined) throw new Error(`the project ${project} was written and cannot be read`);
    return identifierToUuid(id);
  });
  await context.db.execute(sql`
    update packages p set project_id = decided.project_id, basis = decided.basis
    from unnest(
      ${sql.param(changed.map(({ row }) => row.id))}::bigint[],
      ${sql.param(targets)}::uuid[],
      ${sql.param(changed.map(({ basis }) => basis))}::text[]
    ) as decided(id, project_id, basis)
    where p.organization_id = ${identifierToUuid(context.organization.id)}::uuid and p.id = decided.id`);
  return changed.filter(({ row, project }) => row.project !== project).map(({ row }) => row.id);
}
