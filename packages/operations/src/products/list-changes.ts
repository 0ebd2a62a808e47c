import { ListSnapshotChanges, SnapshotChanges } from "@headwater/contract/products";
import { snapshots, sources } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { parseInstant } from "@headwater/domain/period";
import { and, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { foreignCursor } from "../listing/newest-first.ts";
import { type Context, reading } from "../operation/index.ts";
import { findProduct } from "./find.ts";

/** What came, went and moved from one snapshot in force to the next, the last taken first. */
export const listSnapshotChanges = reading({
  name: "product.list-changes",
  access: "product.read",
  input: ListSnapshotChanges,
  output: SnapshotChanges,
  async run(context, input) {
    const product = await findProduct(context, input.slug);
    const cursor = parseCursor(input.cursor);
    const rows = await context.db
      .select({
        snapshot: snapshots.id,
        source: sources.path,
        takenAt: snapshots.takenAt,
        label: snapshots.label,
        added: snapshots.added,
        removed: snapshots.removed,
        updated: snapshots.updated,
      })
      .from(snapshots)
      .innerJoin(
        sources,
        and(eq(sources.organizationId, snapshots.organizationId), eq(sources.id, snapshots.sourceId)),
      )
      .where(
        and(
          eq(snapshots.organizationId, context.organization.id),
          eq(sources.productId, product.id),
          eq(snapshots.effective, true),
          cursor === null ? undefined : takenBefore(cursor),
        ),
      )
      .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
      .limit(input.limit + 1);
    const items = rows.slice(0, input.limit).map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }));
    const last = items.at(-1);
    if (rows.length <= input.limit || !last) return { items, nextCursor: null };
    const pin = cursor?.pin ?? (await newestSnapshot(context)) ?? last.snapshot;
    return { items, nextCursor: printCursor({ pin, after: `${last.takenAt} ${last.snapshot}` }) };
  },
});

/** Received last, whenever it was taken: a snapshot of an earlier day that arrives between two pages is on neither. */
async function newestSnapshot(context: Context): Promise<string | null> {
  const [row] = await context.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(eq(snapshots.organizationId, context.organization.id))
    .orderBy(desc(snapshots.id))
    .limit(1);
  return row?.id ?? null;
}

function takenBefore(cursor: { readonly pin: string; readonly after: string }): SQL | undefined {
  const [instant = "", text = ""] = cursor.after.split(" ");
  const pin = parseIdentifier("snp", cursor.pin);
  const id = parseIdentifier("snp", text);
  if (pin === null || id === null || parseInstant(instant) === null) throw foreignCursor();
  return and(
    lte(snapshots.id, pin),
    sql`(${snapshots.takenAt}, ${snapshots.id}) < (${instant}::timestamptz, ${sql.param(id, snapshots.id)})`,
  );
}
