import { Upload, type PackageStatement } from "@headwater/contract/products";
import { documents, snapshots, sources, uploads } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { ownPackages, statementsOf, type Statements } from "@headwater/domain/mapping";
import { epochDay, todayIn, type Day } from "@headwater/domain/period";
import {
  encodeSourceGraph,
  sourceGraphOf,
  type SourceGraph,
  type Inventory,
  type ParseResult,
  type Refusal,
} from "@headwater/domain/usage";
import { and, asc, desc, eq, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { Adopt } from "../mapping/adopt-statements.ts";
import { holdMapping } from "../mapping/lock.ts";
import { keepOwnPackages } from "../mapping/own-packages.ts";
import { type Context, type Runtime, writing } from "../operation/index.ts";
import { recomputeProduct } from "../usage/recompute.ts";
import { snapshotGraphs } from "../usage/graphs.ts";
import {
  changeBetween,
  inForce,
  presentVersions,
  putInForce,
  rebuildComponents,
  type PresentVersion,
} from "./components.ts";
import { repositoryConflicts } from "./conflicts.ts";
import { keepStatements, type NewStatement } from "./evidence.ts";
import { ensurePackages, type EnsuredPackages } from "./packages.ts";
import { placeOf, uploadRow, type UploadRow } from "./row.ts";
import { bringBackSeenLater } from "./seen-later.ts";
import { removeUnusedProduct } from "./unused-product.ts";
import { uploadView } from "./view.ts";

type SourceRow = typeof sources.$inferSelect;

const ApplyUpload = z.object({
  id: z.string(),
  parsed: z.custom<ParseResult>((value) => typeof value === "object" && value !== null && "kind" in value),
  statements: z.custom<readonly z.output<typeof PackageStatement>[]>((value) => Array.isArray(value)),
});

type ApplyUpload = z.output<typeof ApplyUpload>;

/** Makes a snapshot of what was read and brings it into force; takes effect once, however often it is run. */
export const applyUpload = writing({
  name: "upload.apply",
  access: "upload.submit",
  input: ApplyUpload,
  /** `adopt`: what the file says that may change what other products stand on; mapping.adopt-statements is to be performed of it. */
  output: Upload.extend({ applied: z.boolean(), adopt: Adopt.nullable() }),
  async run(context, input, runtime) {
    await holdMapping(context);
    const id = parseIdentifier("upl", input.id);
    if (id === null) throw new Error(`${input.id} is no upload`);
    const row = await uploadRow(context, id);
    const open = row.status === "queued" || row.status === "processing";
    const adopt = open ? await settle(context, runtime, row, input) : null;
    const view = await uploadView(context, id);
    if (view === null) throw new Error(`${id} was read and is gone`);
    if (view.status === "refused") await removeUnusedProduct(context, row.productId);
    return { ...view, applied: open, adopt };
  },
  digested: ({ id }) => ({ id }),
  audit: (upload) =>
    upload.applied
      ? {
          entity: `upload:${upload.id}`,
          detail: {
            status: upload.status,
            snapshot: upload.snapshot?.id ?? null,
            refusal: upload.error?.code ?? null,
          },
        }
      : null,
});

/** Answers what is to be adopted; null where that is nothing. */
async function settle(
  context: Context,
  runtime: Runtime,
  row: UploadRow,
  { parsed, statements }: ApplyUpload,
): Promise<Adopt | null> {
  // What is in force already was left before its statements were adopted: only that is still to be done.
  if (row.snapshotId !== null) return await resume(context, row, parsed, statements);
  if (parsed.kind === "inventory") return await accept(context, runtime, row, parsed.inventory, statements);
  await refuse(context, row, parsed.refusal);
  return null;
}

async function resume(
  context: Context,
  row: UploadRow,
  parsed: ParseResult,
  beside: ApplyUpload["statements"],
): Promise<Adopt | null> {
  if (parsed.kind === "inventory") {
    const stated = [...statementsOf(parsed.inventory, placeOf(row), beside)].filter(
      ([, { repositories }]) => repositories.length > 0,
    );
    const { byPurl } = await ensurePackages(context, new Map(stated));
    return {
      packages: [...new Set([...byPurl.values()].map(({ id }) => id))],
      own: [...ownPackages(parsed.inventory)],
    };
  }
  await context.db
    .update(uploads)
    .set({ status: "done", finishedAt: context.now })
    .where(and(eq(uploads.organizationId, context.organization.id), eq(uploads.id, row.id)));
  return null;
}

/** Nothing of a refused file is kept, unless the same bytes stand elsewhere. */
async function refuse(context: Context, row: UploadRow, refusal: Refusal): Promise<void> {
  const organizationId = context.organization.id;
  await context.db
    .update(uploads)
    .set({ status: "refused", refusal, finishedAt: context.now })
    .where(and(eq(uploads.organizationId, organizationId), eq(uploads.id, row.id)));
  await context.db
    .delete(documents)
    .where(
      and(
        eq(documents.organizationId, organizationId),
        eq(documents.digest, row.digest),
        sql`not exists (select 1 from snapshots s where s.organization_id = ${documents.organizationId} and s.digest = ${documents.digest})`,
        sql`not exists (select 1 from uploads u where u.organization_id = ${documents.organizationId} and u.digest = ${documents.digest} and u.status in ('queued', 'processing'))`,
      ),
    );
}

async function accept(
  context: Context,
  runtime: Runtime,
  row: UploadRow,
  inventory: Inventory,
  beside: ApplyUpload["statements"],
): Promise<Adopt | null> {
  const organizationId = context.organization.id;
  const source = await sourceFor(context, row);
  const effective =
    row.effective && (row.ref === null || source.trackedRef === null || source.trackedRef === row.ref);
  const statements = statementsOf(inventory, placeOf(row), beside);
  const ensured = await ensurePackages(context, statements);
  const fresh = await keepStatements(context, ensured.byPurl, statements);
  const graph = sourceGraphOf(inventory);
  const present = presentVersions(graph, packageIdOf(ensured));
  const place = await placeInTime(context, source, row.takenAt);
  const before = place.latest
    ? await inForce(context, source.id)
    : await presentAt(context, runtime, place.previous);
  const id = context.newId("snp");
  const takenOn = todayIn(context.organization.timeZone, row.takenAt);
  await context.db.insert(snapshots).values({
    organizationId,
    id,
    sourceId: source.id,
    digest: row.digest,
    format: inventory.format,
    formatVersion: inventory.formatVersion,
    shape: inventory.shape,
    takenAt: row.takenAt,
    takenOn,
    ref: row.ref,
    label: row.label,
    effective,
    components: inventory.components.length,
    direct: inventory.components.filter((component) => component.direct === true).length,
    edges: inventory.edges.length / 2,
    ...changeBetween(before, present.values()),
    problems: [...inventory.problems, ...(await repositoryConflicts(context, ensured, statements, fresh))],
    graph: await runtime.compress(encodeSourceGraph(graph)),
  });
  const taken: Taken = { row, source, place, takenOn, before, present, ensured };
  const own = effective ? await keepOwnPackages(context, source.id, ownPackages(inventory)) : [];
  if (effective) await bringIntoForce(context, runtime, taken, new Map([[id, graph]]));
  const moving = toAdopt(ensured, fresh);
  const adopt = moving.length === 0 && own.length === 0 ? null : { packages: moving, own: [...own] };
  const end =
    adopt === null
      ? ({ status: "done", finishedAt: context.now } as const)
      : ({ status: "processing" } as const);
  await context.db
    .update(uploads)
    .set({ ...end, snapshotId: id })
    .where(and(eq(uploads.organizationId, organizationId), eq(uploads.id, row.id)));
  // Whoever reads the file adopts right after; if that process ends before, the job does.
  if (adopt !== null)
    await runtime.enqueue(context.db, { name: "process-upload", organizationId, uploadId: row.id });
  return adopt;
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

/** Intervals of components and the product's mass from the snapshot's day on. */
async function bringIntoForce(
  context: Context,
  runtime: Runtime,
  { row, source, place, takenOn, before, present, ensured }: Taken,
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
  if (place.latest && !broughtBack) await putInForce(context, source.id, before, present, row.takenAt);
  else
    await rebuildComponents(
      context,
      runtime,
      source.id,
      await packageIds(context, runtime, source.id, ensured),
    );
  const projects = new Map([...ensured.byPurl].map(([purl, known]) => [purl, known.projectId]));
  // The last snapshot of a source's first day counts backwards: then all days are computed.
  const countsBackwards = place.firstDay === null || takenOn <= place.firstDay;
  const fromDay = countsBackwards ? null : epochDay(takenOn);
  await recomputeProduct(context, runtime, row.productId, fromDay, {
    graphs,
    projects,
  });
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

interface PlaceInTime {
  /** No effective snapshot of the source was taken later. */
  readonly latest: boolean;
  /** The effective snapshot in force just before; null where this is the first. */
  readonly previous: { readonly id: Identifier<"snp"> } | null;
  /** Day of the source's first effective snapshot until now. */
  readonly firstDay: Day | null;
}

async function placeInTime(context: Context, source: SourceRow, takenAt: Date): Promise<PlaceInTime> {
  const ofSource = and(
    eq(snapshots.organizationId, context.organization.id),
    eq(snapshots.sourceId, source.id),
    eq(snapshots.effective, true),
  );
  const last = context.db
    .select({ takenAt: snapshots.takenAt })
    .from(snapshots)
    .where(ofSource)
    .orderBy(desc(snapshots.takenAt))
    .limit(1)
    .as("last");
  const previous = context.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(ofSource, lt(snapshots.takenAt, takenAt)))
    .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
    .limit(1)
    .as("previous");
  const first = context.db
    .select({ takenOn: snapshots.takenOn })
    .from(snapshots)
    .where(ofSource)
    .orderBy(asc(snapshots.takenOn))
    .limit(1)
    .as("first");
  // No row where the source has no effective snapshot yet.
  const [place] = await context.db
    .select({ last: last.takenAt, previous: previous.id, first: first.takenOn })
    .from(last)
    .leftJoin(previous, sql`true`)
    .leftJoin(first, sql`true`);
  return {
    latest: place === undefined || place.last < takenAt,
    previous: place?.previous == null ? null : { id: place.previous },
    firstDay: place?.first ?? null,
  };
}

async function presentAt(
  context: Context,
  runtime: Runtime,
  snapshot: PlaceInTime["previous"],
): Promise<PresentVersion[]> {
  if (snapshot === null) return [];
  const graph = (await snapshotGraphs(context, runtime, [snapshot.id])).get(snapshot.id);
  if (graph === undefined) throw new Error(`the graph of ${snapshot.id} is missing`);
  const ensured = await ensurePackages(context, silent(graph.packages));
  return [...presentVersions(graph, packageIdOf(ensured)).values()];
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
