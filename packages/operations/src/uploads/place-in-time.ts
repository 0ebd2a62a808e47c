import { snapshots } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import type { Day } from "@headwater/domain/period";
import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** Where a snapshot stands among the effective ones of its source. */
export interface PlaceInTime {
  /** No effective snapshot of the source was taken later. */
  readonly latest: boolean;
  /** The effective snapshot in force just before; null where this is the first. */
  readonly previous: { readonly id: Identifier<"snp">; readonly graph: Uint8Array } | null;
  /** Day of the source's first effective snapshot until now. */
  readonly firstDay: Day | null;
}

/** Reads them; the source is held. */
export async function placeInTime(
  context: Context,
  source: Identifier<"src">,
  takenAt: Date,
): Promise<PlaceInTime> {
  const ofSource = and(
    eq(snapshots.organizationId, context.organization.id),
    eq(snapshots.sourceId, source),
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
    .select({ id: snapshots.id, graph: snapshots.graph })
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
    .select({
      last: last.takenAt,
      previous: { id: previous.id, graph: previous.graph },
      first: first.takenOn,
    })
    .from(last)
    .leftJoin(previous, sql`true`)
    .leftJoin(first, sql`true`);
  return {
    latest: place === undefined || place.last < takenAt,
    previous: place?.previous ?? null,
    firstDay: place?.first ?? null,
  };
}
