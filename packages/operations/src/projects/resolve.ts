import { packages, projects } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { packageKey, repositorySlug } from "@headwater/domain/package";
import { and, eq, inArray, like, or } from "drizzle-orm";
import { type Context, Refused } from "../operation/index.ts";

export interface ProjectRow {
  readonly id: Identifier<"prj">;
  readonly slug: string;
  readonly name: string;
  readonly provisional: boolean;
  readonly controlled: boolean;
}

/** The project that a user means by a slug, an id, a purl, a repository address, or a name that only one project bears. Refuses with `field` named. */
export async function resolveProject(
  context: Context,
  reference: string,
  field: string,
): Promise<ProjectRow> {
  const found = await findProject(context, reference);
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1)
    throw unknownProject(
      field,
      `${quoted(reference)} names ${found.length} projects: ${found
        .slice(0, 5)
        .map((row) => row.slug)
        .join(", ")}. Give the slug.`,
    );
  throw unknownProject(
    field,
    `no project ${quoted(reference)} is known here. Check the spelling, or add it first with POST /api/v1/projects.`,
  );
}

function unknownProject(field: string, sentence: string): Refused {
  return new Refused("unknown-project", `${field}: ${sentence}`, { fields: [{ field, message: sentence }] });
}

async function findProject(context: Context, reference: string): Promise<readonly ProjectRow[]> {
  const id = parseIdentifier("prj", reference);
  if (id !== null) return await selectProjects(context, eq(projects.id, id));
  if (reference.startsWith("pkg:")) return await projectOfPackage(context, packageKey(reference));
  const slug = repositorySlug(reference) ?? reference;
  const exact = await selectProjects(context, inArray(projects.slug, [...new Set([reference, slug])]));
  return exact.length > 0 ? exact : await projectsByName(context, reference);
}

async function projectOfPackage(context: Context, key: string): Promise<readonly ProjectRow[]> {
  const rows = await context.db
    .select({
      id: projects.id,
      slug: projects.slug,
      name: projects.name,
      provisional: projects.provisional,
      controlled: projects.controlled,
    })
    .from(packages)
    .innerJoin(
      projects,
      and(eq(projects.organizationId, packages.organizationId), eq(projects.id, packages.projectId)),
    )
    .where(and(eq(packages.organizationId, context.organization.id), eq(packages.key, key)));
  return rows;
}

/** `curl` finds github.com/curl/curl; a person types what they call it. At most a handful are looked at. */
async function projectsByName(context: Context, name: string): Promise<readonly ProjectRow[]> {
  if (!/^[\w@][\w@./-]{0,200}$/.test(name)) return [];
  const escaped = name.replaceAll(/[%_\\]/g, String.raw`\$&`);
  const named = await selectProjects(
    context,
    or(eq(projects.name, name), like(projects.slug, `%/${escaped}`)),
  );
  const exactName = named.filter((row) => row.name === name && !row.provisional);
  return exactName.length === 1 ? exactName : named;
}

async function selectProjects(
  context: Context,
  condition: ReturnType<typeof or>,
): Promise<readonly ProjectRow[]> {
  return await context.db
    .select({
      id: projects.id,
      slug: projects.slug,
      name: projects.name,
      provisional: projects.provisional,
      controlled: projects.controlled,
    })
    .from(projects)
    .where(and(eq(projects.organizationId, context.organization.id), condition))
    .orderBy(projects.slug)
    .limit(1001);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
