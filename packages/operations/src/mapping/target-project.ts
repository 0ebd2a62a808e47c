import { projects } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
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

/** A project that somebody names as the home of packages is provisional no more. */
export async function confirmProject(context: Context, slug: string): Promise<void> {
  await context.db
    .update(projects)
    .set({ provisional: false })
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        eq(projects.slug, slug),
        eq(projects.provisional, true),
      ),
    );
}
