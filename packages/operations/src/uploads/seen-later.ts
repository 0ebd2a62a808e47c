import { snapshots, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { todayIn } from "@headwater/domain/period";
import { and, asc, eq, gt, gte } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { SnapshotChange } from "./components.ts";

type SnapshotId = Identifier<"snp">;

/**
 * What was in force just before `takenAt` may have been seen again after it, and left no snapshot then, because nothing
 * lay between. Now something does: from that time on it is in force again. True where there was such a time.
 */
export async function bringBackSeenLater(
  context: Context,
  previous: SnapshotId,
  takenAt: Date,
  change: SnapshotChange,
): Promise<boolean> {
  const organizationId = context.organization.id;
  const seenAgain = and(
    eq(uploads.organizationId, organizationId),
    eq(uploads.status, "unchanged"),
    eq(uploads.snapshotId, previous),
  );
  const [seen] = await context.db
    .select({ takenAt: uploads.takenAt })
    .from(uploads)
    .where(and(seenAgain, gt(uploads.takenAt, takenAt)))
    .orderBy(asc(uploads.takenAt))
    .limit(1);
  if (!seen) return false;
  const [snapshot] = await context.db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.organizationId, organizationId), eq(snapshots.id, previous)));
  if (!snapshot) throw new Error(`the snapshot ${previous} is missing`);
  const { writtenAt: _, ...same } = snapshot;
  const id = context.newId("snp");
  await context.db.insert(snapshots).values({
    ...same,
    ...change,
    id,
    takenAt: seen.takenAt,
    takenOn: todayIn(context.organization.timeZone, seen.takenAt),
  });
  await context.db
    .update(uploads)
    .set({ snapshotId: id })
    .where(and(seenAgain, gte(uploads.takenAt, seen.takenAt)));
  return true;
}
