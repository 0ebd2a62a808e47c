import { channels, packages, projects } from "@headwater/db/tables";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { ComputedRatios, ProjectId } from "./compute.ts";

export interface NamedProject {
  readonly slug: string;
  readonly name: string;
  readonly provisional: boolean;
  readonly ecosystems: readonly string[];
  readonly channels: readonly { readonly url: string; readonly platform: string; readonly source: string }[];
}

/** Reads names and ways to pay of those projects that no page of these figures has shown before. */
export async function nameProjects(
  context: Context,
  computed: ComputedRatios,
  ids: readonly ProjectId[],
): Promise<void> {
  const { named } = computed.beside;
  const missing = ids.filter((id) => !named.has(id));
  const read = await namedProjects(context, missing);
  for (const id of missing) named.set(id, read.get(id) ?? null);
}

/** Three queries whatever the number of projects. */
export async function namedProjects(
  context: Context,
  ids: readonly ProjectId[],
): Promise<Map<ProjectId, NamedProject>> {
  if (ids.length === 0) return new Map();
  const organizationId = context.organization.id;
  const named = await context.db
    .select()
    .from(projects)
    .where(and(eq(projects.organizationId, organizationId), inArray(projects.id, [...ids])));
  const members = await context.db
    .select({ projectId: packages.projectId, type: packages.type })
    .from(packages)
    .where(and(eq(packages.organizationId, organizationId), inArray(packages.projectId, [...ids])));
  const ways = await context.db
    .select({
      projectId: packages.projectId,
      url: channels.url,
      platform: channels.platform,
      source: channels.source,
    })
    .from(channels)
    .innerJoin(
      packages,
      and(eq(packages.organizationId, channels.organizationId), eq(packages.id, channels.packageId)),
    )
    .where(and(eq(channels.organizationId, organizationId), inArray(packages.projectId, [...ids])))
    .orderBy(asc(channels.url));
  const waysOf = Map.groupBy(ways, (way) => way.projectId);
  const typesOf = Map.groupBy(members, (member) => member.projectId);
  return new Map(
    named.map((project) => [
      project.id,
      {
        slug: project.slug,
        name: project.name,
        provisional: project.provisional,
        ecosystems: [...new Set(typesOf.get(project.id)?.map((member) => member.type) ?? [])].sort(),
        channels: distinctByUrl(waysOf.get(project.id) ?? []),
      },
    ]),
  );
}

function distinctByUrl(
  ways: readonly { readonly url: string; readonly platform: string; readonly source: string }[],
) {
  const seen = new Map(
    ways.toReversed().map((way) => [way.url, { url: way.url, platform: way.platform, source: way.source }]),
  );
  return [...seen.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}
