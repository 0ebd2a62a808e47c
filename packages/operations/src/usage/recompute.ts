import { organizations, packages, products, snapshots, sources } from "@headwater/db/tables";
import { snapshotEras, type Era } from "@headwater/domain/attribution";
import {
  identifierFromUuid,
  identifierToUuid,
  parseIdentifier,
  type Identifier,
} from "@headwater/domain/identifier";
import { firstPartyTest } from "@headwater/domain/mapping";
import { packageKey } from "@headwater/domain/package";
import { productUsage, type SourceGraph } from "@headwater/domain/usage";
import { and, eq, sql } from "drizzle-orm";
import { ownKeys } from "../mapping/own-packages.ts";
import type { Context, OrganizationFacts, Runtime } from "../operation/index.ts";
import { snapshotGraphs, type SnapshotId } from "./graphs.ts";
import { openEnd, openStart } from "./intervals.ts";
import { massLine, storedEras, storeUsage, type UsedEra } from "./store-usage.ts";

type ProductId = Identifier<"prd">;

/** What the caller has in hand already, so that it is not read again. */
export interface Prepared {
  readonly graphs?: ReadonlyMap<string, SourceGraph>;
  /** Versionless purl → project. */
  readonly projects?: ReadonlyMap<string, Identifier<"prj">>;
  /** The product, which this transaction holds. */
  readonly product?: HeldProduct;
}

/** Days between which a product is in use. */
export type HeldProduct = Pick<typeof products.$inferSelect, "inUseSince" | "retiredOn">;

/**
 * Computes what a product stands on and stores it as intervals, so that no query reads a graph.
 * `fromDay` (days since 1970-01-01): nothing before it has changed. Holds the product's row until the transaction ends,
 * so that two uploads to one product come one after the other.
 */
export async function recomputeProduct(
  context: Context,
  runtime: Runtime,
  productId: ProductId,
  fromDay: number | null = null,
  prepared: Prepared = {},
): Promise<void> {
  const product = prepared.product ?? (await holdProduct(context, productId));
  const from = fromDay ?? openStart(null);
  // Read once the product is held: the transaction may have begun before somebody changed them, and computes after.
  const [taken, settings, own, stored] = await Promise.all([
    takenSnapshots(context, productId),
    settingsOf(context),
    ownKeys(context),
    storedEras(context, productId, from),
  ]);
  const eras = erasOf(product, taken).filter((era) => fromDay === null || openEnd(era.end) > fromDay);
  const ids = eras.flatMap((era) => era.snapshotIds.map(snapshotId));
  const graphs = await snapshotGraphs(context, runtime, ids, prepared.graphs);
  const projects = await projectsOf(context, graphs.values(), prepared.projects);
  const isOwn = firstPartyTest({
    patterns: settings.firstPartyPatterns,
    own,
  });
  const projectOf = (key: string): Identifier<"prj"> | "first-party" =>
    isOwn(key) ? "first-party" : known(projects.get(key), key);
  const used = eras.map((era): UsedEra => {
    const inForce = era.snapshotIds.map((id) => known(graphs.get(id), id));
    const usage = productUsage(inForce, projectOf, settings.smallProductFloor);
    return {
      era: { ...era, startDay: Math.max(openStart(era.start), from), endDay: openEnd(era.end) },
      usage,
      massDigest: runtime.sha256(usage.rows.map(massLine).join("\n")),
    };
  });
  await storeUsage(context, productId, { from, stored, used });
}

/** Every product in which one of the packages was ever in force: the mapping of them has changed. Answers how many are left to jobs. */
export async function recomputeProductsOf(
  context: Context,
  runtime: Runtime,
  packageIds: readonly number[],
  except: ProductId | null = null,
): Promise<number> {
  if (packageIds.length === 0) return 0;
  const rows = await context.db.execute<{ id: string }>(sql`
    select distinct s.product_id as id from components c
    join sources s on s.organization_id = c.organization_id and s.id = c.source_id
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid and c.package_id = any(${sql.param([...packageIds])}::bigint[])`);
  return await recomputeEach(
    context,
    runtime,
    rows.rows.map((row) => row.id),
    except,
  );
}

/** Every product: a setting that all of them rest on has changed. Answers how many are left to jobs. */
export async function recomputeAllProducts(context: Context, runtime: Runtime): Promise<number> {
  const rows = await context.db.execute<{ id: string }>(
    sql`select id from products where organization_id = ${identifierToUuid(context.organization.id)}::uuid`,
  );
  return await recomputeEach(
    context,
    runtime,
    rows.rows.map((row) => row.id),
    null,
  );
}

/** More products than this are recomputed by jobs, one a product, so that the request that caused it answers. */
const AT_ONCE = 20;

async function recomputeEach(
  context: Context,
  runtime: Runtime,
  uuids: readonly string[],
  except: ProductId | null,
): Promise<number> {
  // In one order always, so that two transactions that touch the same products wait for each other and never in a ring.
  const ids = uuids
    .map((uuid) => productIdOf(uuid))
    .filter((id) => id !== except)
    .sort();
  if (ids.length > AT_ONCE) {
    for (const productId of ids)
      await runtime.enqueue(context.db, {
        name: "recompute-product",
        organizationId: context.organization.id,
        productId,
      });
    return ids.length;
  }
  for (const id of ids) await recomputeProduct(context, runtime, id);
  return 0;
}

async function settingsOf(
  context: Context,
): Promise<Pick<OrganizationFacts, "firstPartyPatterns" | "smallProductFloor">> {
  const [row] = await context.db
    .select({
      firstPartyPatterns: organizations.firstPartyPatterns,
      smallProductFloor: organizations.smallProductFloor,
    })
    .from(organizations)
    .where(eq(organizations.organizationId, context.organization.id));
  return known(row, context.organization.id);
}

/** Holds the product's row until the transaction ends: what it stands on is computed by one at a time. */
export async function holdProduct(context: Context, productId: ProductId): Promise<HeldProduct> {
  const [product] = await context.db
    .select({ inUseSince: products.inUseSince, retiredOn: products.retiredOn })
    .from(products)
    .where(and(eq(products.organizationId, context.organization.id), eq(products.id, productId)))
    .for("no key update");
  if (!product) throw new Error(`${productId} is no product of the organization`);
  return product;
}

/** The snapshots of the product's sources that count, with the day from which their source does not. */
async function takenSnapshots(context: Context, productId: ProductId) {
  return await context.db
    .select({
      sourceId: sources.id,
      retiredOn: sources.retiredOn,
      id: snapshots.id,
      takenOn: snapshots.takenOn,
      takenAt: snapshots.takenAt,
    })
    .from(sources)
    .innerJoin(
      snapshots,
      and(
        eq(snapshots.organizationId, sources.organizationId),
        eq(snapshots.sourceId, sources.id),
        eq(snapshots.effective, true),
      ),
    )
    .where(and(eq(sources.organizationId, context.organization.id), eq(sources.productId, productId)))
    .orderBy(sources.id);
}

function erasOf(product: HeldProduct, rows: Awaited<ReturnType<typeof takenSnapshots>>): readonly Era[] {
  const bySource = Map.groupBy(rows, (row) => row.sourceId);
  return snapshotEras({
    ...product,
    sources: [...bySource.values()].map((taken) => ({
      retiredOn: taken[0]?.retiredOn ?? null,
      snapshots: taken.map(({ id, takenOn, takenAt }) => ({ id, takenOn, takenAt: takenAt.toISOString() })),
    })),
  });
}

async function projectsOf(
  context: Context,
  graphs: Iterable<SourceGraph>,
  prepared: Prepared["projects"],
): Promise<ReadonlyMap<string, Identifier<"prj">>> {
  const missing = new Map<string, string>();
  for (const graph of graphs)
    for (const purl of graph.packages) if (!prepared?.has(purl)) missing.set(purl, packageKey(purl));
  if (missing.size === 0) return prepared ?? new Map();
  const rows = await context.db
    .select({ key: packages.key, projectId: packages.projectId })
    .from(packages)
    .where(
      and(
        eq(packages.organizationId, context.organization.id),
        sql`${packages.key} = any(${sql.param([...new Set(missing.values())])}::text[])`,
      ),
    );
  const byKey = new Map(rows.map((row) => [row.key, row.projectId]));
  const found = new Map(prepared);
  for (const [purl, key] of missing) {
    const projectId = byKey.get(key);
    if (projectId !== undefined) found.set(purl, projectId);
  }
  return found;
}

function snapshotId(text: string): SnapshotId {
  return known(parseIdentifier("snp", text) ?? undefined, text);
}

function productIdOf(uuid: string): ProductId {
  return identifierFromUuid("prd", uuid);
}

/** What the transaction itself has read or written must be there. */
function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`${name} is missing in what was read for the product`);
  return value;
}
