import { type PackageChange, ReadSnapshotChange, SnapshotDifference } from "@headwater/contract/products";
import { packages, projects, snapshots, sources } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { packageKey } from "@headwater/domain/package";
import { ecosystemOf, type SourceGraph } from "@headwater/domain/usage";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { type Context, reading, Refused, type Runtime } from "../operation/index.ts";
import { pageOfComputed } from "../ratios/page.ts";
import { type PresentVersion, presentVersions } from "../uploads/components.ts";
import { snapshotGraphs } from "../usage/graphs.ts";
import { findProduct } from "./find.ts";

/** What one snapshot changed at its source, package by package, against the one that was in force before it. */
export const readSnapshotChange = reading({
  name: "product.read-change",
  access: "product.read",
  input: ReadSnapshotChange,
  output: SnapshotDifference,
  async run(context, input, runtime): Promise<SnapshotDifference> {
    const product = await findProduct(context, input.slug);
    const snapshot = await findSnapshot(context, product.id, input.snapshot);
    const previous = await snapshotBefore(context, snapshot);
    const changes = await changesBetween(context, runtime, previous?.id ?? null, snapshot.id);
    const page = pageOfComputed(changes, input.limit, input.cursor, () =>
      runtime.sha256(previous?.id ?? "", snapshot.id).slice(0, 24),
    );
    const { id, sourceId: _, takenAt, ...shown } = snapshot;
    return {
      ...shown,
      snapshot: id,
      takenAt: takenAt.toISOString(),
      // Counted here: a snapshot that came later may lie between the two that were compared at the upload.
      added: counted(changes, "added"),
      removed: counted(changes, "removed"),
      updated: counted(changes, "updated"),
      previous: previous === null ? null : { snapshot: previous.id, takenAt: previous.takenAt.toISOString() },
      items: await named(context, page.items),
      nextCursor: page.nextCursor,
    };
  },
});

type SnapshotId = Identifier<"snp">;

/** Stands for the snapshot that was taken last. */
const LATEST = "latest";

interface Found {
  readonly id: SnapshotId;
  readonly sourceId: Identifier<"src">;
  readonly source: string;
  readonly takenAt: Date;
  readonly label: string | null;
}

async function findSnapshot(context: Context, product: Identifier<"prd">, text: string): Promise<Found> {
  const id = parseIdentifier("snp", text);
  const [row] =
    id === null && text !== LATEST
      ? []
      : await context.db
          .select({
            id: snapshots.id,
            sourceId: snapshots.sourceId,
            source: sources.path,
            takenAt: snapshots.takenAt,
            label: snapshots.label,
          })
          .from(snapshots)
          .innerJoin(
            sources,
            and(eq(sources.organizationId, snapshots.organizationId), eq(sources.id, snapshots.sourceId)),
          )
          .where(
            and(
              eq(snapshots.organizationId, context.organization.id),
              id === null ? undefined : eq(snapshots.id, id),
              eq(snapshots.effective, true),
              eq(sources.productId, product),
            ),
          )
          .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
          .limit(1);
  if (!row)
    throw new Refused(
      "not-found",
      "This product has no such snapshot. GET /api/v1/products/{slug}/changes lists those that it has.",
    );
  return row;
}

async function snapshotBefore(
  context: Context,
  { id, sourceId, takenAt }: Found,
): Promise<{ readonly id: SnapshotId; readonly takenAt: Date } | null> {
  const [row] = await context.db
    .select({ id: snapshots.id, takenAt: snapshots.takenAt })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.organizationId, context.organization.id),
        eq(snapshots.sourceId, sourceId),
        eq(snapshots.effective, true),
        sql`(${snapshots.takenAt}, ${snapshots.id}) < (${takenAt.toISOString()}::timestamptz, ${sql.param(id, snapshots.id)})`,
      ),
    )
    .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
    .limit(1);
  return row ?? null;
}

interface Change extends Pick<PackageChange, "change" | "before" | "after" | "scope" | "direct"> {
  readonly key: string;
  readonly purl: string;
}

async function changesBetween(
  context: Context,
  runtime: Runtime,
  before: SnapshotId | null,
  after: SnapshotId,
): Promise<Change[]> {
  const graphs = await snapshotGraphs(context, runtime, before === null ? [after] : [before, after]);
  const keys = new Map<string, number>();
  const purls: string[] = [];
  const numberOf = (purl: string): number => {
    const key = packageKey(purl);
    const known = keys.get(key) ?? purls.push(purl) - 1;
    keys.set(key, known);
    return known;
  };
  const old = versionsOf(before === null ? undefined : graphs.get(before), numberOf);
  const current = versionsOf(graphs.get(after), numberOf);
  const changes: Change[] = [];
  for (const [key, place] of keys) {
    const [was, is] = [old.get(place), current.get(place)];
    const seen = is ?? was;
    const same = was !== undefined && is !== undefined && was.versions.join("\n") === is.versions.join("\n");
    if (seen === undefined || same) continue;
    changes.push({
      key,
      purl: purls[place] ?? key,
      change: was === undefined ? "added" : is === undefined ? "removed" : "updated",
      before: [...(was?.versions ?? [])],
      after: [...(is?.versions ?? [])],
      scope: seen.scope,
      direct: seen.direct,
    });
  }
  return changes.sort((one, other) => order(one, other));
}

/** What came, what went, what moved; in each what the product names itself first. */
function order(one: Change, other: Change): number {
  const kinds = ["added", "removed", "updated"];
  return (
    kinds.indexOf(one.change) - kinds.indexOf(other.change) ||
    Number(other.direct === true) - Number(one.direct === true) ||
    (one.key < other.key ? -1 : 1)
  );
}

interface Versions {
  readonly versions: readonly string[];
  readonly scope: string;
  readonly direct: boolean | null;
}

/** By the number of the package. */
function versionsOf(
  graph: SourceGraph | undefined,
  numberOf: (purl: string) => number,
): ReadonlyMap<number, Versions> {
  if (graph === undefined) return new Map();
  const numbers = new Map(graph.packages.map((purl) => [purl, numberOf(purl)]));
  const present = [...presentVersions(graph, (purl) => numbers.get(purl) ?? -1).values()];
  const byPackage = Map.groupBy(present, (row) => row.packageId);
  return new Map([...byPackage].map(([id, rows]) => [id, together(rows)]));
}

function together(rows: readonly PresentVersion[]): Versions {
  const direct = rows.some((row) => row.direct === true) ? true : (rows[0]?.direct ?? null);
  const runs = rows.find((row) => row.scope === "runtime");
  return {
    versions: rows.map((row) => row.version).sort(),
    scope: runs?.scope ?? rows[0]?.scope ?? "runtime",
    direct,
  };
}

async function named(context: Context, changes: readonly Change[]): Promise<PackageChange[]> {
  const rows =
    changes.length === 0
      ? []
      : await context.db
          .select({
            key: packages.key,
            purl: packages.purl,
            name: packages.name,
            project: projects.slug,
            projectName: projects.name,
          })
          .from(packages)
          .innerJoin(
            projects,
            and(eq(projects.organizationId, packages.organizationId), eq(projects.id, packages.projectId)),
          )
          .where(
            and(
              eq(packages.organizationId, context.organization.id),
              inArray(
                packages.key,
                changes.map(({ key }) => key),
              ),
            ),
          );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return changes.map(({ key, purl, ...change }) => {
    const known = byKey.get(key);
    return {
      ...change,
      package: known?.purl ?? purl,
      name: known?.name ?? purl,
      ecosystem: ecosystemOf(purl),
      project: known?.project ?? null,
      projectName: known?.projectName ?? null,
    };
  });
}

function counted(changes: readonly Change[], kind: Change["change"]): number {
  return changes.filter(({ change }) => change === kind).length;
}
