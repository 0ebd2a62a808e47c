import { sent } from "@headwater/db";
import { components, snapshots } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { DIRECT, SCOPES, type SourceGraph } from "@headwater/domain/usage";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context, Runtime } from "../operation/index.ts";
import { snapshotGraphs } from "../usage/graphs.ts";

/** A package version that a snapshot contains; one row however often the file names it. */
export interface PresentVersion {
  readonly packageId: number;
  /** Empty where the file states none. */
  readonly version: string;
  readonly scope: string;
  readonly direct: boolean | null;
}

export interface SnapshotChange {
  readonly added: number;
  readonly removed: number;
  readonly updated: number;
}

/** Package versions of a graph, each once, with its strongest scope and directness. */
export function presentVersions(
  graph: SourceGraph,
  packageIdOf: (purl: string) => number,
): Map<string, PresentVersion> {
  const present = new Map<string, PresentVersion>();
  for (let component = 0; component < graph.componentPackage.length; component += 1) {
    const purl = graph.packages[graph.componentPackage[component] ?? 0] ?? "";
    const packageId = packageIdOf(purl);
    const version = graph.versions[component] ?? "";
    const key = `${packageId} ${version}`;
    const here = {
      packageId,
      version,
      scope: SCOPES[graph.scope[component] ?? 0] ?? "runtime",
      direct: directOf(graph.direct[component] ?? DIRECT.untold),
    };
    const known = present.get(key);
    present.set(
      key,
      known === undefined
        ? here
        : {
            ...here,
            scope: stronger(known.scope, here.scope),
            direct: eitherDirect(known.direct, here.direct),
          },
    );
  }
  return present;
}

/** How many packages came, went, and changed their versions (+12 −3 ↑40). */
export function changeBetween(
  before: Iterable<PresentVersion>,
  after: Iterable<PresentVersion>,
): SnapshotChange {
  const [old, current] = [versionsByPackage(before), versionsByPackage(after)];
  let [added, updated, removed] = [0, 0, 0];
  for (const [packageId, versions] of current) {
    const previous = old.get(packageId);
    if (previous === undefined) added += 1;
    else if (previous !== versions) updated += 1;
  }
  for (const packageId of old.keys()) if (!current.has(packageId)) removed += 1;
  return { added, removed, updated };
}

/** From `since` on exactly these are in force; what goes on unchanged is not written again. */
export async function putInForce(
  context: Context,
  sourceId: Identifier<"src">,
  before: readonly PresentVersion[],
  after: ReadonlyMap<string, PresentVersion>,
  since: Date,
): Promise<void> {
  const [organization, source] = [identifierToUuid(context.organization.id), identifierToUuid(sourceId)];
  const goingOn = new Set<string>();
  const ended: PresentVersion[] = [];
  for (const row of before) {
    const key = `${row.packageId} ${row.version}`;
    const same = after.get(key);
    if (same !== undefined && same.scope === row.scope && same.direct === row.direct) goingOn.add(key);
    else ended.push(row);
  }
  const end =
    ended.length === 0
      ? null
      : context.db.execute(sql`
      update components c set until = ${since.toISOString()}::timestamptz
      from unnest(${sql.param(ended.map((row) => row.packageId))}::bigint[], ${sql.param(ended.map((row) => row.version))}::text[]) as gone(package_id, version)
      where c.organization_id = ${organization}::uuid and c.source_id = ${source}::uuid and c.until is null
        and c.package_id = gone.package_id and c.version = gone.version`);
  const begun = [...after]
    .filter(([key]) => !goingOn.has(key))
    .map(([, row]) => ({ ...row, since, until: null }));
  await Promise.all([
    end === null ? null : sent(end),
    insertComponents(context, organization, source, begun),
  ]);
}

/** Builds the source's intervals anew from all its effective snapshots: one came in between or before the others. */
export async function rebuildComponents(
  context: Context,
  runtime: Runtime,
  sourceId: Identifier<"src">,
  packageIdOf: (purl: string) => number,
): Promise<void> {
  const organizationId = context.organization.id;
  const taken = await context.db
    .select({ id: snapshots.id, takenAt: snapshots.takenAt })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.organizationId, organizationId),
        eq(snapshots.sourceId, sourceId),
        eq(snapshots.effective, true),
      ),
    )
    .orderBy(asc(snapshots.takenAt), asc(snapshots.id));
  const graphs = await snapshotGraphs(
    context,
    runtime,
    taken.map(({ id }) => id),
  );
  const done: IntervalRow[] = [];
  let open = new Map<string, IntervalRow>();
  for (const { id, takenAt } of taken) {
    const graph = graphs.get(id);
    if (graph === undefined) throw new Error(`the graph of ${id} is missing`);
    const next = new Map<string, IntervalRow>();
    for (const [key, row] of presentVersions(graph, packageIdOf)) {
      const before = open.get(key);
      const goesOn = before !== undefined && before.scope === row.scope && before.direct === row.direct;
      next.set(key, goesOn ? before : { ...row, since: takenAt, until: null });
      if (goesOn) open.delete(key);
    }
    for (const row of open.values()) done.push({ ...row, until: takenAt });
    open = next;
  }
  await context.db
    .delete(components)
    .where(and(eq(components.organizationId, organizationId), eq(components.sourceId, sourceId)));
  await insertComponents(
    context,
    identifierToUuid(organizationId),
    identifierToUuid(sourceId),
    [...done, ...open.values()].filter((row) => row.until === null || row.since < row.until),
  );
}

interface IntervalRow extends PresentVersion {
  readonly since: Date;
  readonly until: Date | null;
}

async function insertComponents(
  context: Context,
  organization: string,
  source: string,
  rows: readonly IntervalRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const insert = context.db.execute(sql`
    insert into components (organization_id, source_id, package_id, version, scope, direct, since, until)
    select ${organization}::uuid, ${source}::uuid, package_id, version, scope, direct, since, until
    from unnest(
      ${sql.param(rows.map((row) => row.packageId))}::bigint[],
      ${sql.param(rows.map((row) => row.version))}::text[],
      ${sql.param(rows.map((row) => row.scope))}::text[],
      ${sql.param(rows.map((row) => row.direct))}::boolean[],
      ${sql.param(rows.map((row) => row.since.toISOString()))}::timestamptz[],
      ${sql.param(rows.map((row) => row.until?.toISOString() ?? null))}::timestamptz[]
    ) as row(package_id, version, scope, direct, since, until)
    on conflict (organization_id, source_id, package_id, version, since) do update set scope = excluded.scope, direct = excluded.direct, until = excluded.until`);
  await sent(insert);
}

function versionsByPackage(rows: Iterable<PresentVersion>): Map<number, string> {
  const versions = new Map<number, string[]>();
  for (const { packageId, version } of rows) {
    const known = versions.get(packageId);
    if (known === undefined) versions.set(packageId, [version]);
    else known.push(version);
  }
  return new Map([...versions].map(([packageId, list]) => [packageId, list.sort().join("\n")]));
}

const strength = ["runtime", "optional", "build", "test", "dev"];

function stronger(one: string, other: string): string {
  return strength.indexOf(one) <= strength.indexOf(other) ? one : other;
}

function eitherDirect(one: boolean | null, other: boolean | null): boolean | null {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

function directOf(code: number): boolean | null {
  if (code === DIRECT.untold) return null;
  return code === DIRECT.yes;
}
