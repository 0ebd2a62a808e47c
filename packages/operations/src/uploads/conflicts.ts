import { packageEvidence } from "@headwater/db/tables";
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
    )
    .orderBy(asc(packageEvidence.project), asc(packageEvidence.source));
  const evidenceOf = Map.groupBy(rows, (row) => row.packageId);
  const conflicts: Problem[] = [];
  for (const [purl, { repositories }] of statements) {
    const id = ensured.byPurl.get(purl)?.id;
    const other =
      id === undefined || !ids.has(id)
        ? undefined
        : evidenceOf.get(id)?.find((row) => !repositories.some((own) => own.project === row.project));
    const [own] = repositories;
    if (other !== undefined && own !== undefined) conflicts.push(conflict(purl, own.project, other));
  }
  return conflicts.length <= MOST_NAMED
    ? conflicts
    : [...conflicts.slice(0, MOST_NAMED), beyond(conflicts.length - MOST_NAMED)];
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
