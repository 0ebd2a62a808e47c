import { snapshots } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { decodeSourceGraph, type SourceGraph } from "@headwater/domain/usage";
import { and, eq, inArray } from "drizzle-orm";
import type { Context, Runtime } from "../operation/index.ts";

export type SnapshotId = Identifier<"snp">;

/** Graphs of snapshots by id; those in `known` are not read again. */
export async function snapshotGraphs(
  context: Context,
  runtime: Runtime,
  ids: readonly SnapshotId[],
  known: ReadonlyMap<string, SourceGraph> = new Map(),
): Promise<Map<string, SourceGraph>> {
  const graphs = new Map<string, SourceGraph>();
  const missing: SnapshotId[] = [];
  for (const id of new Set(ids)) {
    const graph = known.get(id);
    if (graph === undefined) missing.push(id);
    else graphs.set(id, graph);
  }
  if (missing.length === 0) return graphs;
  const rows = await context.db
    .select({ id: snapshots.id, graph: snapshots.graph })
    .from(snapshots)
    .where(and(eq(snapshots.organizationId, context.organization.id), inArray(snapshots.id, missing)));
  for (const row of rows) graphs.set(row.id, await storedGraph(runtime, row));
  return graphs;
}

/** The graph of a snapshot from its bytes as they are stored. */
export async function storedGraph(
  runtime: Runtime,
  { id, graph }: { readonly id: SnapshotId; readonly graph: Uint8Array },
): Promise<SourceGraph> {
  const decoded = decodeSourceGraph(await runtime.decompress(graph));
  // Written by this product and read back by it: anything else is a damaged database.
  if (decoded.kind === "refused") throw new Error(`the stored graph of ${id} is ${decoded.code}`);
  return decoded.graph;
}
