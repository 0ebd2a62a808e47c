import { OPEN_END_DAY, OPEN_START_DAY } from "@headwater/db/tables";
import { newIdentifier, type Identifier } from "@headwater/domain/identifier";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coalesced,
  type EraUsage,
  type IntervalChanges,
  intervalChanges,
  type MassInterval,
} from "./intervals.ts";

const projects = [1, 2, 3, 4].map((byte) => newIdentifier("prj", 0, new Uint8Array(10).fill(byte)));

const row = fc.record({
  projectId: fc.constantFrom(...projects),
  // Few masses, so that states often go on from era to era.
  mass: fc.constantFrom(0, 5),
  runtime: fc.boolean(),
  ecosystems: fc.constantFrom(["npm"], ["cargo", "npm"]),
});

/** Eras one after the other between an open start and an open end, now and then with nothing between two. */
const history: fc.Arbitrary<EraUsage[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  .chain((cuts) => {
    const days = [OPEN_START_DAY, ...cuts.toSorted((one, other) => one - other), OPEN_END_DAY];
    return fc.tuple(
      ...days.slice(0, -1).map((startDay, place) =>
        fc
          .record({
            rows: fc.uniqueArray(row, { selector: (one) => one.projectId }),
            known: fc.constantFrom(true, true, false),
          })
          .map(({ rows, known }) =>
            known ? [{ startDay, endDay: days[place + 1] ?? OPEN_END_DAY, rows }] : [],
          ),
      ),
    );
  })
  .map((eras) => eras.flat());

describe("intervals of mass", () => {
  test("the changes turn what is stored into what is wanted from a day on, and leave the days before it alone", () => {
    fc.assert(
      fc.property(
        history,
        history,
        fc.constantFrom(OPEN_START_DAY, 0, 3, 6, 9, 12),
        (before, after, fromDay) => {
          const stored = coalesced(before);
          const wanted = coalesced(
            after.flatMap((era) =>
              era.endDay <= fromDay ? [] : [{ ...era, startDay: Math.max(era.startDay, fromDay) }],
            ),
          );
          const changed = applied(
            stored,
            intervalChanges(
              stored.filter((one) => one.endDay > fromDay),
              wanted,
              fromDay,
            ),
          );
          expect(changed.every((one) => one.startDay < one.endDay)).toBe(true);
          for (const day of [OPEN_START_DAY, ...Array.from({ length: 15 }, (_, place) => place - 1)])
            expect(on(changed, day)).toEqual(on(day < fromDay ? stored : wanted, day));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("what is stored already changes nothing", () => {
    fc.assert(
      fc.property(history, (eras) => {
        const stored = coalesced(eras);
        expect(intervalChanges(stored, stored, OPEN_START_DAY)).toEqual({
          ends: [],
          deletes: [],
          inserts: [],
        });
      }),
    );
  });

  test("a state that goes on through eras is one interval, and two states of a project never meet on a day", () => {
    fc.assert(
      fc.property(history, (eras) => {
        const intervals = coalesced(eras);
        for (const era of eras) expect(on(intervals, era.startDay)).toEqual(byProject(era.rows));
        for (const one of intervals) {
          const next = intervals.find(
            (other) => other.projectId === one.projectId && other.startDay === one.endDay,
          );
          expect(next === undefined || JSON.stringify(stateOf(next)) !== JSON.stringify(stateOf(one))).toBe(
            true,
          );
        }
      }),
    );
  });
});

/** As the database applies them: rows are found by project and first day. */
function applied(
  stored: readonly MassInterval[],
  { ends, deletes, inserts }: IntervalChanges,
): MassInterval[] {
  const rows = new Map(stored.map((one) => [keyOf(one), one]));
  for (const gone of deletes) expect(rows.delete(keyOf(gone))).toBe(true);
  for (const { endDay, ...moved } of ends) {
    const found = rows.get(keyOf(moved));
    if (found === undefined) throw new Error("an end was moved of a row that is not there");
    rows.set(keyOf(moved), { ...found, endDay });
  }
  for (const one of inserts) {
    expect(rows.has(keyOf(one))).toBe(false);
    rows.set(keyOf(one), one);
  }
  return [...rows.values()];
}

function keyOf({ projectId, startDay }: { projectId: Identifier<"prj">; startDay: number }): string {
  return `${projectId} ${startDay}`;
}

function on(rows: readonly MassInterval[], day: number) {
  return byProject(rows.filter((one) => one.startDay <= day && one.endDay > day));
}

function byProject(rows: readonly Omit<MassInterval, "startDay" | "endDay">[]) {
  return rows.map(stateOf).sort((one, other) => (one.projectId < other.projectId ? -1 : 1));
}

function stateOf({ projectId, mass, runtime, ecosystems }: Omit<MassInterval, "startDay" | "endDay">) {
  return { projectId, mass, runtime, ecosystems };
}
