import { Project, SetProject } from "@headwater/contract/mapping";
import { projects } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { writing } from "../operation/index.ts";
import { resolveProject } from "./resolve.ts";

/** Its name, and whether the company itself controls it; such a project is left out of usage and give-back alike. */
export const setProject = writing({
  name: "project.set",
  access: "mapping.change",
  input: SetProject,
  output: Project,
  async run(context, input) {
    const project = await resolveProject(context, input.project, "project");
    const after = { name: input.name ?? project.name, controlled: input.controlled ?? project.controlled };
    await context.db
      .update(projects)
      .set(after)
      .where(and(eq(projects.organizationId, context.organization.id), eq(projects.id, project.id)));
    return { ...project, ...after };
  },
  audit: (project) => ({
    entity: `project:${project.id}`,
    detail: { name: project.name, controlled: project.controlled },
  }),
});
