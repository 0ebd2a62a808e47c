import { snapshots } from "@headwater/db/tables";
import { identifierFromUuid, type Identifier } from "@headwater/domain/identifier";
import { packageKey } from "@headwater/domain/package";
import { DIRECT, type SourceGraph } from "@headwater/domain/usage";
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { neededBy, pathTo } from "../components/path-to.ts";
import type { Context, Runtime } from "../operation/index.ts";
import { snapshotGraphs } from "../usage/graphs.ts";
import type { Row } from "./inventory.ts";

type Sought = Pick<Row, "source_id" | "key" | "version">;
type Ways = ReadonlyMap<string, readonly string[]>;

/** A shortest way from the product to each of the rows, from the graphs that were in force; the product's own slug first. */
export async function inventoryPaths(
  context: Context,
  runtime: Runtime,
  product: string,
  rows: readonly Sought[],
  at: Date,
): Promise<(row: Sought) => readonly string[]> {
  const bySource = Map.groupBy(rows, (row) => row.source_id);
  const inForce = await snapshotsAt(
    context,
    [...bySource.keys()].map((uuid) => identifierFromUuid("src", uuid)),
    at,
  );
  const graphs = await snapshotGraphs(
    context,
    runtime,
    inForce.map(({ id }) => id),
  );
  const ways = new Map<string, Ways>();
  for (const { id, sourceId } of inForce) {
    const graph = graphs.get(id);
    const sought = [...bySource].find(([uuid]) => identifierFromUuid("src", uuid) === sourceId);
    if (graph !== undefined && sought !== undefined) ways.set(sought[0], waysTo(graph, sought[1]));
  }
  return (row) => [product, ...(ways.get(row.source_id)?.get(nameOf(row.key, row.version)) ?? [])];
}

async function snapshotsAt(context: Context, sourceIds: readonly Identifier<"src">[], at: Date) {
  if (sourceIds.length === 0) return [];
  return await context.db
    .selectDistinctOn([snapshots.sourceId], { id: snapshots.id, sourceId: snapshots.sourceId })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.organizationId, context.organization.id),
        inArray(snapshots.sourceId, [...sourceIds]),
        eq(snapshots.effective, true),
        lte(snapshots.takenAt, at),
      ),
    )
    .orderBy(asc(snapshots.sourceId), desc(snapshots.takenAt), desc(snapshots.id));
}

/** A version that stands in a graph several times is reached by its shortest way. */
function waysTo(graph: SourceGraph, rows: readonly Sought[]): Ways {
  const wanted = new Set(rows.map((row) => nameOf(row.key, row.version)));
  const keys = graph.packages.map((purl) => packageKey(purl));
  const before = neededBy(graph);
  const ways = new Map<string, readonly string[]>();
  for (const [component, place] of graph.componentPackage.entries()) {
    const name = nameOf(keys[place] ?? "", graph.versions[component] ?? "");
    if (!wanted.has(name)) continue;
    const known = ways.get(name);
    if (known?.length === 1) continue;
    const way =
      graph.direct[component] === DIRECT.yes
        ? pathTo(graph, before, component).slice(-1)
        : pathTo(graph, before, component);
    if (known === undefined || way.length < known.length) ways.set(name, way);
  }
  return ways;
}

function nameOf(key: string, version: string): string {
  return `${key} ${version}`;
}
