import { projects } from "@headwater/db/tables";
import { repositorySlug } from "@headwater/domain/package";
import { and, eq, sql } from "drizzle-orm";
import { type Context, Refused } from "../operation/index.ts";
import { newProjectSlug } from "../projects/add.ts";
import { type ProjectRow, resolveProject } from "../projects/resolve.ts";

export interface TargetProject {
  readonly slug: string;
  /** Null: a well-formed reference to a project that is made when the mapping is stored. */
  readonly known: ProjectRow | null;
}

/** The project that packages are said to belong to: a known one, or a repository that nobody has named before. */
export async function targetProject(context: Context, reference: string): Promise<TargetProject> {
  try {
    const known = await resolveProject(context, reference, "project");
    return { slug: known.slug, known };
  } catch (error) {
    const slug = newProjectSlug(reference);
    if (!(error instanceof Refused) || error.code !== "unknown-project" || slug === null) throw error;
    return { slug, known: null };
  }
}

/** As targetProject, of many references by one question, where they are written as slugs or addresses. */
export async function targetProjects(
  context: Context,
  references: readonly string[],
): Promise<Map<string, TargetProject>> {
  const slugOf = new Map(
    references.map((reference) => [reference, repositorySlug(reference) ?? reference] as const),
  );
  const rows = await context.db
    .select({
      id: projects.id,
      slug: projects.slug,
      name: projects.name,
      provisional: projects.provisional,
      controlled: projects.controlled,
    })
    .from(projects)
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        sql`${projects.slug} = any(${sql.param([...new Set(slugOf.values())])}::text[])`,
      ),
    );
  const known = new Map(rows.map((row) => [row.slug, row]));
  const targets = new Map<string, TargetProject>();
  for (const [reference, slug] of slugOf) {
    const row = known.get(slug);
    const made = newProjectSlug(reference);
    if (row !== undefined) targets.set(reference, { slug, known: row });
    else if (made === null) targets.set(reference, await targetProject(context, reference));
    else targets.set(reference, { slug: made, known: null });
  }
  return targets;
}

/** Projects that somebody names as the home of packages are provisional no more. */
export async function confirmProjects(context: Context, slugs: readonly string[]): Promise<void> {
  await context.db
    .update(projects)
    .set({ provisional: false })
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        sql`${projects.slug} = any(${sql.param([...new Set(slugs)])}::text[])`,
        eq(projects.provisional, true),
      ),
    );
}
