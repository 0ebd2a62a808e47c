import { AddProject, Project } from "@headwater/contract/mapping";
import { projects } from "@headwater/db/tables";
import { repositorySlug } from "@headwater/domain/package";
import { badField, writing } from "../operation/index.ts";
import { nameOfSlug } from "../uploads/packages.ts";

/** A project that no inventory names, so that giving to it can be recorded. */
export const addProject = writing({
  name: "project.add",
  access: "mapping.change",
  input: AddProject,
  output: Project,
  async run(context, input) {
    const slug = newProjectSlug(input.slug);
    if (slug === null)
      throw badField(
        "slug",
        `${JSON.stringify(input.slug.slice(0, 80))} names no repository; write it as github.com/curl/curl, or give its address`,
      );
    const [row] = await context.db
      .insert(projects)
      .values({
        organizationId: context.organization.id,
        id: context.newId("prj"),
        slug,
        name: input.name ?? nameOfSlug(slug),
        provisional: false,
      })
      .onConflictDoNothing()
      .returning({
        id: projects.id,
        slug: projects.slug,
        name: projects.name,
        provisional: projects.provisional,
        controlled: projects.controlled,
      });
    if (!row) throw badField("slug", `the project ${slug} is known already`, "already-exists");
    return row;
  },
  audit: (project) => ({ entity: `project:${project.id}`, detail: { slug: project.slug } }),
});

/**
 * The slug under which a project that is not known yet is made: a repository's, or an ecosystem's name for who publishes
 * (`npm/@scope`). Null for anything else, so that a slip of the pen does not become a project.
 */
export function newProjectSlug(reference: string): string | null {
  if (/^npm\/@[a-z0-9~-][a-z0-9._~-]*$/.test(reference)) return reference;
  // Where a host is named with a path, it is an address without its scheme; `x/y` alone could be anything.
  const address = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/i.test(reference) ? `https://${reference}` : reference;
  if (!/^[a-z+]+:|^git@/i.test(address)) return null;
  return repositorySlug(address);
}
