import {
  type ProjectFacts,
  ProjectFacts as ProjectFactsAnswer,
  ReadProject,
} from "@headwater/contract/projects";
import { channels, packages } from "@headwater/db/tables";
import { printAmount } from "@headwater/domain/money";
import { monthParts } from "@headwater/domain/period";
import type { RatioRow } from "@headwater/domain/ratio";
import { and, asc, count, eq } from "drizzle-orm";
import { packageRows } from "../mapping/decided-packages.ts";
import { shownPackages } from "../mapping/shown.ts";
import { type Context, reading } from "../operation/index.ts";
import { shownProject, withoutTime } from "../ratios/by-project.ts";
import { type ComputedRatios, computedRatios, type ProjectId } from "../ratios/compute.ts";
import { givingByMonth } from "../ratios/giving-months.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { rowOf } from "../why/value.ts";
import { type ProjectRow, resolveProject } from "./resolve.ts";

/** More packages than these are counted and not listed; GET /package-projects lists all. */
const MOST_PACKAGES = 300;

/** One project: its figures as the table has them, its rank, its packages with what maps them, and its ways to pay. */
export const readProject = reading({
  name: "project.read",
  access: "ratio.read",
  input: ReadProject,
  output: ProjectFactsAnswer,
  async run(context, input): Promise<ProjectFacts> {
    const project = await resolveProject(context, input.project, "project");
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    const { currency, timeZone } = context.organization;
    return {
      ...project,
      currency,
      period: { start: computed.period.start, end: computed.period.end, timeZone },
      figures: await figuresOf(context, computed, project),
      ranks: ranksOf(context, computed, project.id),
      estimated: await estimatedOf(context, computed, project, input),
      ecosystems: await ecosystemsOf(context, project.id),
      ...(await packagesOf(context, project.id)),
      channels: await channelsOf(context, project.id),
    };
  },
});

async function figuresOf(context: Context, computed: ComputedRatios, project: ProjectRow) {
  if (project.controlled) return null;
  await nameProjects(context, computed, [project.id]);
  const named = computed.beside.named.get(project.id) ?? null;
  const shown = shownProject(rowOf(computed, project.id), named, context.organization.currency);
  return hiddenProjects(context, computed).has(project.id) ? withoutTime(shown) : shown;
}

/** A hidden project has no rank by gap, and is not counted in that of others: its place would tell about its gap. */
function ranksOf(context: Context, computed: ComputedRatios, project: ProjectId): ProjectFacts["ranks"] {
  const hidden = hiddenProjects(context, computed);
  const { rows } = computed.ratios;
  const used = rows.filter((row) => row.usageShare > 0);
  const withGap = rows.filter((row) => !hidden.has(row.projectId) && gapOf(row) > 0n);
  return {
    usage: rankOf(used, project, (row, other) => other.usageShare > row.usageShare),
    gap: rankOf(withGap, project, (row, other) => gapOf(other) > gapOf(row)),
    projects: used.length,
  };
}

function gapOf({ gapMinor }: RatioRow<ProjectId>): bigint {
  return gapMinor.known ? gapMinor.value : 0n;
}

function rankOf(
  rows: readonly RatioRow<ProjectId>[],
  project: ProjectId,
  isBefore: (row: RatioRow<ProjectId>, other: RatioRow<ProjectId>) => boolean,
): number | null {
  const own = rows.find((row) => row.projectId === project);
  return own === undefined ? null : 1 + rows.filter((other) => isBefore(own, other)).length;
}

async function estimatedOf(
  context: Context,
  computed: ComputedRatios,
  project: ProjectRow,
  filter: { readonly team?: string | undefined; readonly basis?: string | undefined },
): Promise<ProjectFacts["estimated"]> {
  if (hiddenProjects(context, computed).has(project.id)) return { minutes: null, value: null };
  const { controlled } = computed.usage.input;
  const months = await givingByMonth(context, monthParts(computed.period), { ...filter, controlled });
  const own = months.get(project.id) ?? [];
  return {
    minutes: own.reduce((sum, month) => sum + month.estimatedMinutes, 0),
    value: printAmount(
      own.reduce((sum, month) => sum + month.estimatedMinor, 0n),
      context.organization.currency,
    ),
  };
}

async function ecosystemsOf(context: Context, project: ProjectId): Promise<string[]> {
  const rows = await context.db
    .selectDistinct({ type: packages.type })
    .from(packages)
    .where(and(eq(packages.organizationId, context.organization.id), eq(packages.projectId, project)))
    .orderBy(asc(packages.type));
  return rows.map((row) => row.type);
}

async function packagesOf(
  context: Context,
  project: ProjectId,
): Promise<Pick<ProjectFacts, "packages" | "packagesTotal">> {
  const own = and(eq(packages.organizationId, context.organization.id), eq(packages.projectId, project));
  const rows = await packageRows(context, eq(packages.projectId, project), MOST_PACKAGES);
  const shown = await shownPackages(context, rows);
  const since = await context.db
    .select({ purl: packages.purl, writtenAt: packages.writtenAt })
    .from(packages)
    .where(own)
    .orderBy(asc(packages.purl))
    .limit(MOST_PACKAGES);
  const sinceOf = new Map(since.map((row) => [row.purl, row.writtenAt]));
  const [counted] = await context.db.select({ all: count() }).from(packages).where(own);
  return {
    packages: shown.map(({ project: _, ...row }) => ({
      ...row,
      since: (sinceOf.get(row.package) ?? context.now).toISOString(),
    })),
    packagesTotal: counted?.all ?? shown.length,
  };
}

/** Each address once, with the latest time that a file carried it. */
async function channelsOf(context: Context, project: ProjectId): Promise<ProjectFacts["channels"]> {
  const rows = await context.db
    .select({
      url: channels.url,
      platform: channels.platform,
      source: channels.source,
      seenAt: channels.seenAt,
    })
    .from(channels)
    .innerJoin(
      packages,
      and(eq(packages.organizationId, channels.organizationId), eq(packages.id, channels.packageId)),
    )
    .where(and(eq(channels.organizationId, context.organization.id), eq(packages.projectId, project)))
    .orderBy(asc(channels.url), asc(channels.seenAt))
    .limit(2000);
  const byUrl = new Map(rows.map((row) => [row.url, { ...row, seenAt: row.seenAt.toISOString() }]));
  return [...byUrl.values()];
}
