import type { PackageStatement, Upload } from "@headwater/contract/products";
import { sent } from "@headwater/db";
import { snapshots, sources, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { ownPackages, statementsOf, type Statements } from "@headwater/domain/mapping";
import { epochDay, todayIn, type Day } from "@headwater/domain/period";
import { encodeSourceGraph, type Inventory, type SourceGraph } from "@headwater/domain/usage";
import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Adopt } from "../mapping/adopt-statements.ts";
import { keepOwnPackages } from "../mapping/own-packages.ts";
import type { Context, Runtime } from "../operation/index.ts";
import { snapshotGraphs, storedGraph } from "../usage/graphs.ts";
import { holdProduct, recomputeProduct, type HeldProduct } from "../usage/recompute.ts";
import {
  changeBetween,
  presentVersions,
  putInForce,
  rebuildComponents,
  type PresentVersion,
} from "./components.ts";
import { repositoryConflicts } from "./conflicts.ts";
import { keepStatements, statementsDigest, type NewStatement } from "./evidence.ts";
import { ensurePackages, type EnsuredPackages, type ReadPackages } from "./packages.ts";
import { placeInTime, type PlaceInTime } from "./place-in-time.ts";
import { placeOf, type UploadRow } from "./row.ts";
import { bringBackSeenLater } from "./seen-later.ts";
import { shownUpload } from "./view.ts";

type SourceRow = typeof sources.$inferSelect;

/** What a file was read into, with what lay beside it and what is known of its packages. */
export interface ReadFile {
  readonly inventory: Inventory;
  readonly beside: readonly z.output<typeof PackageStatement>[];
  /** Of the inventory. */
  readonly graph: SourceGraph;
  readonly known: ReadPackages;
}

/**
 * Makes a snapshot of the file and brings it into force. `adopt` is null where nothing is to be adopted.
 * What does not wait for each other is sent together: the way to the database and back takes longer than most statements.
 */
export async function accept(
  context: Context,
  runtime: Runtime,
  row: UploadRow,
  file: ReadFile,
): Promise<Upload & { readonly adopt: Adopt | null }> {
  const { inventory, graph } = file;
  const stored = runtime.compress(encodeSourceGraph(graph));
  // It is waited for below, unless something else fails before: then nobody hears of it.
  stored.catch(() => undefined);
  const [source, product] = await Promise.all([
    sourceFor(context, row),
    // Nobody but who computes what it stands on holds the product.
    row.effective ? holdProduct(context, row.productId) : null,
  ]);
  const effective = isEffective(row, source);
  const statements = statementsOf(inventory, placeOf(row), file.beside);
  const ensured = await ensurePackages(context, statements, file.known);
  const [fresh, place] = await Promise.all([
    keepStated(context, runtime, source, ensured, statements),
    placeInTime(context, source.id, row.takenAt),
  ]);
  const before = await presentAt(context, runtime, place.previous, ensured);
  const present = presentVersions(graph, packageIdOf(ensured));
  const snapshot = {
    organizationId: context.organization.id,
    id: context.newId("snp"),
    sourceId: source.id,
    digest: row.digest,
    format: inventory.format,
    formatVersion: inventory.formatVersion,
    shape: inventory.shape,
    takenAt: row.takenAt,
    takenOn: todayIn(context.organization.timeZone, row.takenAt),
    ref: row.ref,
    label: row.label,
    effective,
    components: inventory.components.length,
    direct: inventory.components.filter((component) => component.direct === true).length,
    edges: inventory.edges.length / 2,
    ...changeBetween(before, present.values()),
    problems: [...inventory.problems, ...(await repositoryConflicts(context, ensured, statements, fresh))],
    graph: await stored,
  };
  const own = effective ? await keepOwnPackages(context, source.id, ownPackages(inventory)) : [];
  const moving = toAdopt(ensured, fresh);
  const adopt = moving.length === 0 && own.length === 0 ? null : { packages: moving, own: [...own] };
  const taken: Taken = { row, source, place, takenOn: snapshot.takenOn, before, present, ensured };
  await Promise.all([
    sent(context.db.insert(snapshots).values(snapshot)),
    sent(endOf(context, row, snapshot.id, adopt)),
    effective && product !== null
      ? bringIntoForce(context, runtime, { ...taken, product }, new Map([[snapshot.id, graph]]))
      : null,
  ]);
  // Whoever reads the file adopts right after; if that process ends before, the job does.
  if (adopt !== null)
    await runtime.enqueue(context.db, {
      name: "process-upload",
      organizationId: context.organization.id,
      uploadId: row.id,
    });
  return {
    ...shownUpload({ ...row, status: adopt === null ? "done" : "processing" }, row.product, snapshot),
    adopt,
  };
}

/** Snapshots of another ref than the one that the source follows are kept for comparison. */
function isEffective({ effective, ref }: UploadRow, { trackedRef }: SourceRow): boolean {
  return effective && (ref === null || trackedRef === null || trackedRef === ref);
}

function endOf(context: Context, row: UploadRow, snapshotId: Identifier<"snp">, adopt: Adopt | null) {
  const end =
    adopt === null
      ? ({ status: "done", finishedAt: context.now } as const)
      : ({ status: "processing" } as const);
  return context.db
    .update(uploads)
    .set({ ...end, snapshotId })
    .where(and(eq(uploads.organizationId, context.organization.id), eq(uploads.id, row.id)));
}

/** A snapshot in its place among the others of its source. */
interface Taken {
  readonly row: UploadRow;
  readonly source: SourceRow;
  readonly place: PlaceInTime;
  readonly takenOn: Day;
  readonly before: readonly PresentVersion[];
  readonly present: ReadonlyMap<string, PresentVersion>;
  readonly ensured: EnsuredPackages;
}

/** Intervals of components and the product's mass from the snapshot's day on; the snapshot was sent before. */
async function bringIntoForce(
  context: Context,
  runtime: Runtime,
  {
    row,
    source,
    place,
    takenOn,
    before,
    present,
    ensured,
    product,
  }: Taken & { readonly product: HeldProduct },
  graphs: ReadonlyMap<string, SourceGraph>,
): Promise<void> {
  const backdated = row.takenAt < source.lastSeenAt;
  const broughtBack =
    backdated &&
    place.previous !== null &&
    (await bringBackSeenLater(
      context,
      place.previous.id,
      row.takenAt,
      changeBetween(present.values(), before),
    ));
  const intervals =
    place.latest && !broughtBack
      ? putInForce(context, source.id, before, present, row.takenAt)
      : rebuild(context, runtime, source.id, ensured);
  const projects = new Map([...ensured.byPurl].map(([purl, known]) => [purl, known.projectId]));
  // The last snapshot of a source's first day counts backwards: then all days are computed.
  const countsBackwards = place.firstDay === null || takenOn <= place.firstDay;
  const fromDay = countsBackwards ? null : epochDay(takenOn);
  await Promise.all([
    intervals,
    recomputeProduct(context, runtime, row.productId, fromDay, { graphs, projects, product }),
  ]);
}

async function rebuild(
  context: Context,
  runtime: Runtime,
  sourceId: Identifier<"src">,
  ensured: EnsuredPackages,
): Promise<void> {
  await rebuildComponents(context, runtime, sourceId, await packageIds(context, runtime, sourceId, ensured));
}

/** Known packages of which the file says something new that is not where they are. What supports where they are can move nothing. */
function toAdopt(ensured: EnsuredPackages, fresh: readonly NewStatement[]): number[] {
  const known = new Map([...ensured.byPurl.values()].map((row) => [row.id, row]));
  const moving = fresh.filter(({ packageId, project }) => {
    const row = known.get(packageId);
    return (
      row !== undefined &&
      !ensured.made.has(packageId) &&
      row.project !== project &&
      (row.basis === "provisional" || row.basis === "stated")
    );
  });
  return [...new Set(moving.map(({ packageId }) => packageId))];
}

/** The source's row, made if it is new, locked until the transaction ends; its tracked ref is the first one seen. */
async function sourceFor(context: Context, row: UploadRow): Promise<SourceRow> {
  const [source] = await context.db
    .insert(sources)
    .values({
      organizationId: context.organization.id,
      id: context.newId("src"),
      productId: row.productId,
      path: row.sourcePath,
      trackedRef: row.effective ? row.ref : null,
      lastSeenAt: row.takenAt,
    })
    .onConflictDoUpdate({
      target: [sources.organizationId, sources.productId, sources.path],
      set: {
        trackedRef: sql`coalesce(${sources.trackedRef}, excluded.tracked_ref)`,
        lastSeenAt: sql`greatest(${sources.lastSeenAt}, excluded.last_seen_at)`,
      },
    })
    .returning();
  if (!source) throw new Error(`the source ${row.sourcePath} was written and cannot be read`);
  return source;
}

/** Most files of a source state what the one before stated: then all of it is kept already. Answers what is new. */
async function keepStated(
  context: Context,
  runtime: Runtime,
  source: SourceRow,
  { byPurl }: EnsuredPackages,
  statements: ReadonlyMap<string, Statements>,
): Promise<readonly NewStatement[]> {
  const statedDigest = statementsDigest(runtime, statements);
  if (source.statedDigest === statedDigest) return [];
  const [fresh] = await Promise.all([
    keepStatements(context, byPurl, statements),
    context.db
      .update(sources)
      .set({ statedDigest })
      .where(and(eq(sources.organizationId, context.organization.id), eq(sources.id, source.id))),
  ]);
  return fresh;
}

/** What was in force at the source before. */
async function presentAt(
  context: Context,
  runtime: Runtime,
  snapshot: PlaceInTime["previous"],
  ensured: EnsuredPackages,
): Promise<readonly PresentVersion[]> {
  if (snapshot === null) return [];
  const graph = await storedGraph(runtime, snapshot);
  const gone = graph.packages.filter((purl) => !ensured.byPurl.has(purl));
  const others = gone.length === 0 ? null : await ensurePackages(context, silent(gone));
  const idOf = packageIdOf({
    made: ensured.made,
    byPurl: others === null ? ensured.byPurl : new Map([...ensured.byPurl, ...others.byPurl]),
  });
  return [...presentVersions(graph, idOf).values()];
}

/** Packages of all snapshots of the source: they are in the database since their snapshots were taken. */
async function packageIds(
  context: Context,
  runtime: Runtime,
  sourceId: Identifier<"src">,
  ensured: EnsuredPackages,
): Promise<(purl: string) => number> {
  const rows = await context.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.organizationId, context.organization.id),
        eq(snapshots.sourceId, sourceId),
        eq(snapshots.effective, true),
        ne(snapshots.components, 0),
      ),
    );
  const graphs = await snapshotGraphs(
    context,
    runtime,
    rows.map((row) => row.id),
  );
  const all = await ensurePackages(context, silent([...graphs.values()].flatMap((graph) => graph.packages)));
  return (purl) => (ensured.byPurl.get(purl) ?? all.byPurl.get(purl))?.id ?? 0;
}

/** Packages of which nothing new is stated. */
function silent(purls: readonly string[]): Map<string, Statements> {
  return new Map(purls.map((purl) => [purl, { repositories: [], channels: [] }]));
}

function packageIdOf(ensured: EnsuredPackages): (purl: string) => number {
  return (purl) => {
    const known = ensured.byPurl.get(purl);
    if (known === undefined) throw new Error(`the package ${purl} was not resolved`);
    return known.id;
  };
}
