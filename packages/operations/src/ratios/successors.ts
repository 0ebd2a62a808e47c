import { packages, projects } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/**
 * Provisional projects whose package has found its project, with that project. Ledger rows keep the project that they were
 * written with; what was given to the provisional one follows the package wherever it is summed.
 */
export async function successors(
  context: Context,
): Promise<ReadonlyMap<Identifier<"prj">, Identifier<"prj">>> {
  const rows = await context.db
    .select({ from: projects.id, to: packages.projectId })
    .from(projects)
    .innerJoin(
      packages,
      and(eq(packages.organizationId, projects.organizationId), sql`${packages.purl} = ${projects.slug}`),
    )
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        eq(projects.provisional, true),
        ne(packages.projectId, projects.id),
      ),
    );
  return new Map(rows.map((row) => [row.from, row.to]));
}
