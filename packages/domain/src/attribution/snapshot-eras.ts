import { epochDay, type Day } from "../period/index.ts";

/** What a document says of a source at a time. */
export interface SnapshotTaken {
  readonly id: string;
  /** Day of `takenAt` in the organization's time zone. */
  readonly takenOn: Day;
  /** Instant in UTC, ISO 8601 with `Z`; of two on one day the later one counts. */
  readonly takenAt: string;
}

export interface SourceHistory {
  /** Snapshots of the tracked ref, in any order. */
  readonly snapshots: readonly SnapshotTaken[];
  /** From this day on the source is gone. */
  readonly retiredOn: Day | null;
}

export interface ProductHistory {
  readonly sources: readonly SourceHistory[];
  /** null: since before anything that is asked. */
  readonly inUseSince: Day | null;
  /** From this day on the product is not in use. */
  readonly retiredOn: Day | null;
}

/** Days [start, end) as days since 1970-01-01 during which the same snapshots are in force. */
export interface Era {
  /** null: open to the past. */
  readonly start: number | null;
  /** null: until further notice. */
  readonly end: number | null;
  /** One a source in force, in the order of the sources; never empty. */
  readonly snapshotIds: readonly string[];
  /** Some source of these days was first looked at later, and its first snapshot counts backwards. */
  readonly assumed: boolean;
}

/**
 * The history of a product as eras in the order of time, without overlap (product.md, "The numbers", 7).
 * In force on a day is the last snapshot taken up to the end of it; the first one also counts backwards to
 * `inUseSince`. Days on which no source is in force belong to no era: nothing is known of them.
 */
export function snapshotEras({ sources, inUseSince, retiredOn }: ProductHistory): readonly Era[] {
  const timelines = sources.map(timelineOf);
  const from = inUseSince === null ? -Infinity : epochDay(inUseSince);
  const until = retiredOn === null ? Infinity : epochDay(retiredOn);
  const eras: Era[] = [];
  const cursors = new Int32Array(timelines.length);
  let start = from;
  for (const end of [...boundaries(timelines, from, until), until]) {
    if (start >= end) continue;
    const era = eraOf(timelines, cursors, start, end);
    if (era.snapshotIds.length > 0) append(eras, era);
    start = end;
  }
  return eras;
}

/** Snapshots of one source with the day from which each is in force; at most one a day. */
interface Timeline {
  readonly entries: readonly { readonly day: number; readonly id: string }[];
  readonly retiredOn: number;
}

function timelineOf({ snapshots, retiredOn }: SourceHistory): Timeline {
  const lastOfDay = new Map<number, SnapshotTaken>();
  for (const snapshot of snapshots) {
    const day = epochDay(snapshot.takenOn);
    const other = lastOfDay.get(day);
    if (other === undefined || isLater(snapshot, other)) lastOfDay.set(day, snapshot);
  }
  const entries = [...lastOfDay].map(([day, { id }]) => ({ day, id })).sort((a, b) => a.day - b.day);
  return { entries, retiredOn: retiredOn === null ? Infinity : epochDay(retiredOn) };
}

/** Two of the same instant go by id, so that the order in which they are read does not matter. */
function isLater(one: SnapshotTaken, other: SnapshotTaken): boolean {
  const difference = Date.parse(one.takenAt) - Date.parse(other.takenAt);
  return difference === 0 ? one.id > other.id : difference > 0;
}

/** Days between `from` and `until` on which something changes, ascending. */
function boundaries(timelines: readonly Timeline[], from: number, until: number): number[] {
  const days = new Set<number>();
  for (const { entries, retiredOn } of timelines) {
    for (const { day } of entries) days.add(day);
    days.add(retiredOn);
  }
  return [...days].filter((day) => day > from && day < until).sort((a, b) => a - b);
}

/** `cursors` holds for each timeline the entry in force on an earlier day, and moves on with the days. */
function eraOf(timelines: readonly Timeline[], cursors: Int32Array, start: number, end: number): Era {
  const snapshotIds: string[] = [];
  let assumed = false;
  for (const [index, { entries, retiredOn }] of timelines.entries()) {
    let cursor = cursors[index] ?? 0;
    while ((entries[cursor + 1]?.day ?? Infinity) <= start) cursor += 1;
    cursors[index] = cursor;
    const inForce = entries[cursor];
    if (inForce === undefined || start >= retiredOn) continue;
    snapshotIds.push(inForce.id);
    if (start < inForce.day) assumed = true;
  }
  return {
    start: start === -Infinity ? null : start,
    end: end === Infinity ? null : end,
    snapshotIds,
    assumed,
  };
}

/** Joins an era to the one before where nothing but a shadowed boundary lies between them. */
function append(eras: Era[], era: Era): void {
  const last = eras.at(-1);
  const continues =
    last !== undefined &&
    last.end === era.start &&
    last.assumed === era.assumed &&
    last.snapshotIds.length === era.snapshotIds.length &&
    last.snapshotIds.every((id, place) => id === era.snapshotIds[place]);
  if (continues) eras[eras.length - 1] = { ...last, end: era.end };
  else eras.push(era);
}
