import { ProjectUse, ReadProjectUse } from "@headwater/contract/projects";
import { components, packages, products, sources, teams } from "@headwater/db/tables";
import { packageKey } from "@headwater/domain/package";
import { and, asc, eq, sql } from "drizzle-orm";
import { compareVersions } from "../components/compare-versions.ts";
import { type ProductInventories, productInventories } from "../components/inventories.ts";
import { neededBy, pathTo } from "../components/path-to.ts";
import { type Context, reading, type Runtime } from "../operation/index.ts";
import { snapshotGraphs } from "../usage/graphs.ts";
import { presenceOf } from "./presence-rule.ts";
import { resolveProject } from "./resolve.ts";

type Line = ProjectUse["products"][number];

/** Graphs are read one after the other for their paths alone; of more inventories only versions and days are said. */
const MOST_GRAPHS = 100;
const MOST_USES = 20_000;
const MOST_BROUGHT_BY = 6;

/** Where a project is used: versions in force and earlier by product, since when, and what brought it in. */
export const readProjectUse = reading({
  name: "project.read-use",
  access: "component.read",
  input: ReadProjectUse,
  output: ProjectUse,
  async run(context, input, runtime): Promise<ProjectUse> {
    const project = await resolveProject(context, input.project, "project");
    const members = await context.db
      .select({ id: packages.id, key: packages.key })
      .from(packages)
      .where(and(eq(packages.organizationId, context.organization.id), eq(packages.projectId, project.id)));
    const inventories = await productInventories(context);
    const uses = Map.groupBy(
      await usesOf(
        context,
        members.map((member) => member.id),
      ),
      (use) => use.productId,
    );
    const owners = await ownersOf(context);
    const keys = new Set(members.map((member) => member.key));
    const answer: ProjectUse = { versions: [], products: [], truncated: false };
    let graphs = 0;
    for (const product of inventories) {
      const own = uses.get(product.id) ?? [];
      const withUse = new Set(own.filter((use) => use.until === null).map((use) => use.sourceId));
      const relevant = product.inForce.filter((one) => withUse.has(one.sourceId));
      graphs += relevant.length;
      if (graphs > MOST_GRAPHS) answer.truncated = true;
      const ways = answer.truncated ? noWays : await waysInto(context, runtime, product, relevant, keys);
      answer.products.push({ ...lineOf(context, product, own, owners), ...ways });
    }
    const versions = answer.products.flatMap((line) => line.versions.map(({ version }) => version));
    answer.versions = [...new Set(versions)].sort(compareVersions);
    return answer;
  },
});

type Use = Awaited<ReturnType<typeof usesOf>>[number];

async function usesOf(context: Context, packageIds: readonly number[]) {
  return await context.db
    .select({
      productId: sources.productId,
      sourceId: components.sourceId,
      version: components.version,
      scope: components.scope,
      direct: components.direct,
      since: components.since,
      until: components.until,
    })
    .from(components)
    .innerJoin(
      sources,
      and(eq(sources.organizationId, components.organizationId), eq(sources.id, components.sourceId)),
    )
    .where(
      and(
        eq(components.organizationId, context.organization.id),
        sql`${components.packageId} = any(${sql.param([...packageIds])}::bigint[])`,
      ),
    )
    .orderBy(asc(components.since))
    .limit(MOST_USES);
}

async function ownersOf(context: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await context.db
    .select({ slug: teams.slug, name: teams.name })
    .from(teams)
    .innerJoin(
      products,
      and(eq(products.organizationId, teams.organizationId), eq(products.teamId, teams.id)),
    )
    .where(eq(teams.organizationId, context.organization.id));
  return new Map(rows.map((row) => [row.slug, row.name]));
}

function lineOf(
  context: Context,
  product: ProductInventories,
  uses: readonly Use[],
  owners: ReadonlyMap<string, string>,
): Omit<Line, "broughtBy" | "path"> {
  const { slug, name, tier, team, inForce } = product;
  const sourcesInForce = new Set(inForce.map((one) => one.sourceId));
  const now = uses.filter((use) => use.until === null && sourcesInForce.has(use.sourceId));
  const seen = inForce.map((one) => one.lastSeenAt.getTime());
  const lastSeenAt = seen.length === 0 ? null : new Date(Math.max(...seen));
  const { presence, unknown } = presenceOf(
    { contained: now.length > 0, shapes: inForce.map((one) => one.shape), lastSeenAt },
    context.now,
  );
  const directs = now.map((use) => use.direct);
  return {
    product: slug,
    name,
    tier,
    team,
    teamName: team === null ? null : (owners.get(team) ?? null),
    presence,
    ...(unknown === null ? {} : { presenceUnknown: unknown }),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    since: unbrokenSince(uses, now)?.toISOString() ?? null,
    direct: directs.includes(true) ? true : directs.includes(false) ? false : null,
    scopes: [...new Set(now.map((use) => use.scope))].sort(),
    versions: versionsOf(uses, new Set(now)),
  };
}

/** The instant from which there was always some version: a later one begins where the earlier ends. */
function unbrokenSince(uses: readonly Use[], now: readonly Use[]): Date | null {
  let since = now.reduce<Date | null>((first, use) => earlier(first, use.since), null);
  if (since === null) return null;
  for (const use of uses.toSorted((one, other) => other.since.getTime() - one.since.getTime()))
    if (use.until !== null && use.until >= since && use.since < since) since = use.since;
  return since;
}

function earlier(first: Date | null, other: Date): Date {
  return first === null || other < first ? other : first;
}

/** Each version once; it is in force where some source has it now. */
function versionsOf(uses: readonly Use[], now: ReadonlySet<Use>): Line["versions"] {
  const byVersion = Map.groupBy(uses, (use) => use.version);
  return [...byVersion]
    .filter(([version]) => version !== "")
    .map(([version, rows]) => {
      const inForce = rows.some((row) => now.has(row));
      const since = rows.reduce<Date | null>((first, row) => earlier(first, row.since), null);
      const ends = rows.flatMap((row) => (row.until === null ? [] : [row.until.getTime()]));
      return {
        version,
        inForce,
        since: (since ?? new Date(0)).toISOString(),
        until: inForce || ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString(),
      };
    })
    .sort((one, other) => compareVersions(one.version, other.version));
}

type Ways = Pick<Line, "broughtBy" | "path">;

const noWays: Ways = { broughtBy: [], path: [] };

/** By which of its own declarations a product has the project, and the shortest way of all. */
async function waysInto(
  context: Context,
  runtime: Runtime,
  product: ProductInventories,
  relevant: ProductInventories["inForce"],
  keys: ReadonlySet<string>,
): Promise<Ways> {
  const graphs = await snapshotGraphs(
    context,
    runtime,
    relevant.map((one) => one.snapshotId),
  );
  const broughtBy = new Set<string>();
  let shortest: readonly string[] = [];
  for (const graph of graphs.values()) {
    const wanted = new Set<number>();
    for (const [place, purl] of graph.packages.entries()) if (keys.has(packageKey(purl))) wanted.add(place);
    const before = neededBy(graph);
    for (const [component, place] of graph.componentPackage.entries()) {
      if (!wanted.has(place)) continue;
      const path = pathTo(graph, before, component);
      if (path.length > 1 && path[0] !== undefined) broughtBy.add(path[0]);
      if (shortest.length === 0 || path.length < shortest.length) shortest = path;
    }
  }
  return {
    broughtBy: [...broughtBy].sort().slice(0, MOST_BROUGHT_BY),
    path: shortest.length === 0 ? [] : [product.slug, ...shortest],
  };
}
