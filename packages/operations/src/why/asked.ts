import type { AskWhy } from "@headwater/contract/ratios";
import type { RatioRow } from "@headwater/domain/ratio";
import { badField, type Context } from "../operation/index.ts";
import { resolveProject, type ProjectRow } from "../projects/resolve.ts";
import { projectsInEcosystem } from "../ratios/by-project.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import { definitions, type Definition } from "./definitions.ts";
import { rowOf } from "./value.ts";

/** What was asked for, with what it is answered from. */
export interface Asked {
  readonly input: AskWhy;
  readonly definition: Definition;
  readonly computed: ComputedRatios;
  /** null: the figure is the company's. */
  readonly project: AskedProject | null;
}

export interface AskedProject {
  readonly id: ProjectId;
  readonly slug: string;
  readonly row: RatioRow<ProjectId>;
}

/** Refuses with the field named where the figure is not one of what was asked for. */
export async function askedProject(context: Context, input: AskWhy): Promise<ProjectRow | null> {
  const { of } = definitions[input.number];
  if (input.project === undefined) {
    if (of === "project") throw badField("project", `${input.number} is a figure of one project; say which`);
    if (input.ecosystem !== undefined)
      throw badField(
        "ecosystem",
        "the company's figures have no ecosystem filter; leave it out, or name a project",
      );
    return null;
  }
  if (of === "company")
    throw badField("project", `${input.number} is a figure of the company; leave project out`);
  const project = await resolveProject(context, input.project, "project");
  if (project.controlled)
    throw badField(
      "project",
      `${project.slug} is controlled by the company and left out of usage and give-back alike, so it has no figures`,
    );
  return project;
}

export function askedOf(input: AskWhy, computed: ComputedRatios, project: ProjectRow | null): Asked {
  const definition = definitions[input.number];
  if (project === null) return { input, definition, computed, project: null };
  if (input.ecosystem !== undefined && !projectsInEcosystem(computed, input.ecosystem).has(project.id))
    throw badField(
      "ecosystem",
      `no product has anything of ${project.slug} in ${JSON.stringify(input.ecosystem)} in this period`,
    );
  return {
    input,
    definition,
    computed,
    project: { id: project.id, slug: project.slug, row: rowOf(computed, project.id) },
  };
}
