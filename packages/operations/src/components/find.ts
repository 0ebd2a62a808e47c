import { type ComponentUse, FindComponents, FoundComponents } from "@headwater/contract/products";
import { components } from "@headwater/db/tables";
import { packageKey } from "@headwater/domain/package";
import { DIRECT, SCOPES, type SourceGraph } from "@headwater/domain/usage";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { type Context, reading, type Runtime } from "../operation/index.ts";
import { snapshotGraphs } from "../usage/graphs.ts";
import { type InForce, type ProductInventories, productInventories } from "./inventories.ts";
import { neededBy, pathTo } from "./path-to.ts";
import { type AskedPackage, askedPackages } from "./question.ts";

type Use = z.output<typeof ComponentUse>;
type Found = z.output<typeof FoundComponents>;

/** Graphs are read one after the other; an answer that would need more of them says that it is cut short. */
const mostGraphs = 500;
const mostUses = 2000;

/** Where a package is used: by which products, in which versions, since when and by which path; and where nobody can say. */
export const findComponents = reading({
  name: "component.find",
  access: "component.read",
  input: FindComponents,
  output: FoundComponents,
  async run(context, input, runtime): Promise<Found> {
    const asked = await askedPackages(context, input.q, input.version);
    const products = await productInventories(context);
    const since = await sourcesWith(context, asked);
    const found: Found = { query: input.q, affected: [], notAffected: [], unknown: [], truncated: false };
    let graphs = 0;
    let uses = 0;
    for (const product of products) {
      const relevant = product.inForce.filter((one) => since.has(one.sourceId));
      graphs += relevant.length;
      if (graphs > mostGraphs || uses > mostUses) found.truncated = true;
      const seen = found.truncated
        ? { uses: [], unread: relevant.length }
        : await usesIn(context, runtime, product, relevant, asked, since);
      uses += seen.uses.length;
      place(found, product, seen);
    }
    return found;
  },
});

interface Seen {
  readonly uses: Use[];
  /** Components of the package whose version could not be compared, or graphs that were not looked at. */
  readonly unread: number;
}

function place(found: Found, product: ProductInventories, { uses, unread }: Seen): void {
  const { slug, name, tier, team, inForce } = product;
  if (uses.length > 0) found.affected.push({ product: slug, name, tier, team, uses });
  else if (inForce.length === 0)
    found.unknown.push({
      product: slug,
      name,
      reason: "No inventory of this product is in force: upload one.",
    });
  else if (unread > 0)
    found.unknown.push({
      product: slug,
      name,
      reason: found.truncated
        ? "The answer was cut short before this product; ask for one version or one package."
        : "It is used in a version that cannot be compared with the range.",
    });
  else if (inForce.every((one) => one.shape === "list"))
    found.unknown.push({
      product: slug,
      name,
      reason: "Its inventories are lists without a graph, which may leave out what is needed indirectly.",
    });
  else {
    const lastSeen = Math.max(...inForce.map((one) => one.lastSeenAt.getTime()));
    found.notAffected.push({ product: slug, name, lastSeenAt: new Date(lastSeen).toISOString() });
  }
}

/** Sources that have one of the packages in force: source → `package version` → since when. */
async function sourcesWith(
  context: Context,
  asked: readonly AskedPackage[],
): Promise<Map<string, Map<string, Date>>> {
  if (asked.length === 0) return new Map();
  const ids = asked.map((one) => one.id);
  const rows = await context.db
    .select({
      sourceId: components.sourceId,
      packageId: components.packageId,
      version: components.version,
      since: components.since,
    })
    .from(components)
    .where(
      and(
        eq(components.organizationId, context.organization.id),
        isNull(components.until),
        sql`${components.packageId} = any(${sql.param(ids)}::bigint[])`,
      ),
    );
  const sources = new Map<string, Map<string, Date>>();
  for (const { sourceId, packageId, version, since } of rows) {
    const versions = sources.get(sourceId) ?? new Map<string, Date>();
    versions.set(`${packageId} ${version}`, since);
    sources.set(sourceId, versions);
  }
  return sources;
}

async function usesIn(
  context: Context,
  runtime: Runtime,
  product: ProductInventories,
  relevant: readonly InForce[],
  asked: readonly AskedPackage[],
  since: ReadonlyMap<string, ReadonlyMap<string, Date>>,
): Promise<Seen> {
  const graphs = await snapshotGraphs(
    context,
    runtime,
    relevant.map((one) => one.snapshotId),
  );
  const byKey = new Map(asked.map((one) => [one.key, one]));
  const uses: Use[] = [];
  let unread = 0;
  for (const source of relevant) {
    const graph = graphs.get(source.snapshotId);
    if (graph === undefined) throw new Error(`the graph of ${source.snapshotId} cannot be read`);
    const before = neededBy(graph);
    for (const { component, row, matches } of matchesIn(graph, byKey)) {
      if (matches === null) unread += 1;
      if (!matches) continue;
      const begun = since.get(source.sourceId)?.get(`${row.id} ${graph.versions[component] ?? ""}`);
      uses.push({
        ...useOf(graph, component, row),
        source: source.path,
        since: (begun ?? source.lastSeenAt).toISOString(),
        path: [product.slug, ...pathTo(graph, before, component)],
      });
    }
  }
  return { uses, unread };
}

function* matchesIn(graph: SourceGraph, byKey: ReadonlyMap<string, AskedPackage>) {
  const wanted = new Map<number, AskedPackage>();
  for (const [place, purl] of graph.packages.entries()) {
    const row = byKey.get(packageKey(purl));
    if (row !== undefined) wanted.set(place, row);
  }
  for (const [component, place] of graph.componentPackage.entries()) {
    const row = wanted.get(place);
    if (row === undefined) continue;
    const version = graph.versions[component] ?? null;
    yield {
      component,
      row,
      matches: row.holds === null ? true : version === null ? null : row.holds(version),
    };
  }
}

function useOf(
  graph: SourceGraph,
  component: number,
  row: AskedPackage,
): Pick<Use, "package" | "version" | "scope" | "direct"> {
  const direct = graph.direct[component];
  return {
    package: row.purl,
    version: graph.versions[component] ?? null,
    scope: SCOPES[graph.scope[component] ?? 0] ?? "runtime",
    direct: direct === DIRECT.untold ? null : direct === DIRECT.yes,
  };
}
