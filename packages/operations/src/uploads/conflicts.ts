import { packageEvidence } from "@headwater/db/tables";
import { identifierToUuid } from "@headwater/domain/identifier";
import type { Statements } from "@headwater/domain/mapping";
import type { Problem } from "@headwater/domain/usage";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { NewStatement } from "./evidence.ts";
import type { EnsuredPackages } from "./packages.ts";

/** More than these are counted and not named. */
const MOST_NAMED = 100;

/** What this file says of packages against what others said before: each once, with what decides. */
export async function repositoryConflicts(
  context: Context,
  ensured: EnsuredPackages,
  statements: ReadonlyMap<string, Statements>,
  fresh: readonly NewStatement[],
): Promise<Problem[]> {
  const ids = new Set(fresh.map((row) => row.packageId).filter((id) => !ensured.made.has(id)));
  if (ids.size === 0) return [];
  const said = [...statements].flatMap(([purl, { repositories }]): Said[] => {
    const packageId = ensured.byPurl.get(purl)?.id;
    const [own] = repositories;
    if (packageId === undefined || own === undefined || !ids.has(packageId)) return [];
    return [{ purl, packageId, own: own.project, all: new Set(repositories.map((row) => row.project)) }];
  });
  const others = new Map([
    ...(await firstOthers(
      context,
      said.filter(({ all }) => all.size === 1),
    )),
    ...(await firstOthersOfSeveral(
      context,
      said.filter(({ all }) => all.size > 1),
    )),
  ]);
  const conflicts = said.flatMap(({ purl, own }) => {
    const other = others.get(purl);
    return other === undefined ? [] : [conflict(purl, own, other)];
  });
  return conflicts.length <= MOST_NAMED
    ? conflicts
    : [...conflicts.slice(0, MOST_NAMED), beyond(conflicts.length - MOST_NAMED)];
}

/** What this file says of a package. */
interface Said {
  readonly purl: string;
  readonly packageId: number;
  /** The project that counts, and all that it names. */
  readonly own: string;
  readonly all: ReadonlySet<string>;
}

interface Other {
  readonly project: string;
  readonly source: string;
}

/**
 * By purl, the first statement of another project, by project and source. Two looks into the index a package, below its project and
 * above it: a package that thousands of files name has a statement of each, and nearly all of them agree.
 */
async function firstOthers(context: Context, said: readonly Said[]): Promise<Map<string, Other>> {
  if (said.length === 0) return new Map();
  const organization = identifierToUuid(context.organization.id);
  const { rows } = await context.db.execute<{ place: string; project: string; source: string }>(sql`
    select said.place, other.project, other.source
    from unnest(${sql.param(said.map((row) => row.packageId))}::bigint[], ${sql.param(said.map((row) => row.own))}::text[])
      with ordinality as said(package_id, project, place)
    cross join lateral (
      (select e.project, e.source from package_evidence e
        where e.organization_id = ${organization}::uuid and e.package_id = said.package_id and e.project < said.project
        order by e.project, e.source limit 1)
      union all
      (select e.project, e.source from package_evidence e
        where e.organization_id = ${organization}::uuid and e.package_id = said.package_id and e.project > said.project
        order by e.project, e.source limit 1)
      order by project, source limit 1
    ) as other`);
  return new Map(
    rows.flatMap(({ place, project, source }) => {
      const purl = said[Number(place) - 1]?.purl;
      return purl === undefined ? [] : [[purl, { project, source }] as const];
    }),
  );
}

/** The same of the few packages of which this file names several projects. */
async function firstOthersOfSeveral(context: Context, said: readonly Said[]): Promise<Map<string, Other>> {
  if (said.length === 0) return new Map();
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
        sql`${packageEvidence.packageId} = any(${sql.param(said.map((row) => row.packageId))}::bigint[])`,
      ),
    )
    .orderBy(asc(packageEvidence.project), asc(packageEvidence.source));
  const evidenceOf = Map.groupBy(rows, (row) => row.packageId);
  return new Map(
    said.flatMap(({ purl, packageId, all }) => {
      const other = evidenceOf.get(packageId)?.find((row) => !all.has(row.project));
      return other === undefined ? [] : [[purl, other] as const];
    }),
  );
}

function conflict(
  purl: string,
  own: string,
  other: { readonly project: string; readonly source: string },
): Problem {
  const message = `This file says that the package comes from ${own}; ${other.source} says ${other.project}. What most files say decides; set its project to decide it yourself.`;
  return { severity: "info", code: "conflicting-repository", message, where: purl };
}

function beyond(count: number): Problem {
  return {
    severity: "info",
    code: "conflicting-repository",
    message: `Of ${count} more packages other files state another repository.`,
    where: null,
  };
}
