import type { PackageProject } from "@headwater/contract/mapping";
import { packageEvidence } from "@headwater/db/tables";
import { and, asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../operation/index.ts";
import type { PackageRow } from "./decided-packages.ts";

/** Packages as they are shown, each with all that files state of it. */
export async function shownPackages(
  context: Context,
  rows: readonly PackageRow[],
): Promise<z.output<typeof PackageProject>[]> {
  const evidence =
    rows.length === 0
      ? []
      : await evidenceOf(
          context,
          rows.map((row) => row.id),
        );
  const byPackage = Map.groupBy(evidence, (row) => row.packageId);
  return rows.map((row) => ({
    package: row.purl,
    name: row.name,
    project: row.project,
    basis: row.basis,
    evidence: (byPackage.get(row.id) ?? []).map(({ project, statement, source }) => ({
      project,
      statement,
      source,
    })),
  }));
}

async function evidenceOf(context: Context, ids: readonly number[]) {
  return await context.db
    .select()
    .from(packageEvidence)
    .where(
      and(
        eq(packageEvidence.organizationId, context.organization.id),
        sql`${packageEvidence.packageId} = any(${sql.param([...ids])}::bigint[])`,
      ),
    )
    .orderBy(asc(packageEvidence.writtenAt), asc(packageEvidence.project), asc(packageEvidence.source));
}
