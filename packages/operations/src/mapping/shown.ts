import type { PackageProject } from "@headwater/contract/mapping";
import { packageEvidence, packages } from "@headwater/db/tables";
import { and, asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../operation/index.ts";
import { type PackageRow, packageRows } from "./decided-packages.ts";

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

/** The package as it is now, after somebody spoke of it. */
export async function shownPackage(context: Context, id: number): Promise<z.output<typeof PackageProject>> {
  const [shown] = await shownPackages(context, await packageRows(context, eq(packages.id, id), 1));
  if (!shown) throw new Error(`the package ${id} was written and cannot be read`);
  return shown;
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
