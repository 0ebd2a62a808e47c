import { OPEN_END_DAY, OPEN_START_DAY } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";

/** What a product keeps of a project from a day to another, days since 1970-01-01, half-open. */
export interface MassInterval {
  readonly projectId: Identifier<"prj">;
  readonly startDay: number;
  readonly endDay: number;
  readonly mass: number;
  readonly runtime: boolean;
  readonly ecosystems: readonly string[];
}

export interface EraUsage {
  readonly startDay: number;
  readonly endDay: number;
  readonly rows: readonly Omit<MassInterval, "startDay" | "endDay">[];
}

/** The changes that turn the stored intervals into the wanted ones: ends to move, starts to delete, rows to insert. */
export interface IntervalChanges {
  readonly ends: readonly {
    readonly projectId: Identifier<"prj">;
    readonly startDay: number;
    readonly endDay: number;
  }[];
  readonly deletes: readonly { readonly projectId: Identifier<"prj">; readonly startDay: number }[];
  readonly inserts: readonly MassInterval[];
}

export const openStart = (day: number | null): number => day ?? OPEN_START_DAY;
export const openEnd = (day: number | null): number => day ?? OPEN_END_DAY;

/** Eras in the order of time as one interval a project and state, however many eras it lasts. */
export function coalesced(eras: readonly EraUsage[]): MassInterval[] {
  const done: MassInterval[] = [];
  let open = new Map<string, MassInterval>();
  for (const era of eras) {
    const next = new Map<string, MassInterval>();
    for (const row of era.rows) {
      const before = open.get(row.projectId);
      open.delete(row.projectId);
      if (before !== undefined && before.endDay === era.startDay && sameState(before, row))
        next.set(row.projectId, { ...before, endDay: era.endDay });
      else {
        if (before !== undefined) done.push(before);
        next.set(row.projectId, { ...row, startDay: era.startDay, endDay: era.endDay });
      }
    }
    done.push(...open.values());
    open = next;
  }
  done.push(...open.values());
  return done;
}

/**
 * From `fromDay` on the wanted intervals hold; before it nothing changes. `stored` are the rows that end after `fromDay`.
 * An interval that goes on in the same state is lengthened and not written again: most of an upload changes nothing.
 */
export function intervalChanges(
  stored: readonly MassInterval[],
  wanted: readonly MassInterval[],
  fromDay: number,
): IntervalChanges {
  const ends: IntervalChanges["ends"][number][] = [];
  const deletes: IntervalChanges["deletes"][number][] = [];
  const later = new Map<string, MassInterval>();
  const reaching = new Map<string, MassInterval>();
  for (const row of stored) {
    if (row.startDay < fromDay) reaching.set(row.projectId, row);
    else later.set(`${row.projectId} ${row.startDay}`, row);
  }
  const inserts: MassInterval[] = [];
  for (const row of wanted) {
    const before = reaching.get(row.projectId);
    if (before !== undefined && row.startDay === fromDay && sameState(before, row)) {
      reaching.delete(row.projectId);
      if (before.endDay !== row.endDay)
        ends.push({ projectId: row.projectId, startDay: before.startDay, endDay: row.endDay });
      continue;
    }
    const key = `${row.projectId} ${row.startDay}`;
    const same = later.get(key);
    if (same !== undefined && sameState(same, row)) {
      later.delete(key);
      if (same.endDay !== row.endDay)
        ends.push({ projectId: row.projectId, startDay: row.startDay, endDay: row.endDay });
    } else inserts.push(row);
  }
  for (const row of reaching.values())
    if (row.endDay > fromDay)
      ends.push({ projectId: row.projectId, startDay: row.startDay, endDay: fromDay });
  for (const row of later.values()) deletes.push({ projectId: row.projectId, startDay: row.startDay });
  return { ends, deletes, inserts };
}

function sameState(
  one: Omit<MassInterval, "startDay" | "endDay">,
  other: Omit<MassInterval, "startDay" | "endDay">,
): boolean {
  return (
    one.mass === other.mass &&
    one.runtime === other.runtime &&
    one.ecosystems.length === other.ecosystems.length &&
    one.ecosystems.every((ecosystem, place) => ecosystem === other.ecosystems[place])
  );
}
