import { describe, expect, test } from "vitest";
import { addDays, dayOf, epochDay } from "../period/index.ts";
import { day } from "../testing/day.ts";
import { snapshotEras, type ProductHistory, type SourceHistory } from "./snapshot-eras.ts";

describe("eras of a product", () => {
  test.each<{ name: string; history: ProductHistory; eras: readonly string[] }>([
    { name: "without a source there are none", history: product([]), eras: [] },
    { name: "a source without a snapshot says nothing", history: product([source([])]), eras: [] },
    {
      name: "the first snapshot counts backwards for ever, and until the next one is taken",
      history: product([source(["s1 2026-03-01", "s2 2026-05-01"])]),
      eras: ["… 2026-03-01 s1 assumed", "2026-03-01 2026-05-01 s1", "2026-05-01 … s2"],
    },
    {
      name: "the first snapshot counts backwards no further than the product is in use",
      history: { ...product([source(["s1 2026-03-01"])]), inUseSince: day("2026-02-01") },
      eras: ["2026-02-01 2026-03-01 s1 assumed", "2026-03-01 … s1"],
    },
    {
      name: "a product in use from after its first snapshot starts with the last one taken until then",
      history: { ...product([source(["s1 2026-03-01", "s2 2026-03-05"])]), inUseSince: day("2026-04-01") },
      eras: ["2026-04-01 … s2"],
    },
    {
      name: "a retired product ends with the day before its retirement",
      history: { ...product([source(["s1 2026-03-01"])]), retiredOn: day("2026-06-01") },
      eras: ["… 2026-03-01 s1 assumed", "2026-03-01 2026-06-01 s1"],
    },
    {
      name: "a product retired before it was in use has none",
      history: {
        ...product([source(["s1 2026-03-01"])]),
        inUseSince: day("2026-06-01"),
        retiredOn: day("2026-05-01"),
      },
      eras: [],
    },
    {
      name: "a source added later counts backwards too, and a retired one drops out",
      history: product([source(["a1 2026-01-01"], "2026-04-01"), source(["b1 2026-03-01"])]),
      eras: [
        "… 2026-01-01 a1+b1 assumed",
        "2026-01-01 2026-03-01 a1+b1 assumed",
        "2026-03-01 2026-04-01 a1+b1",
        "2026-04-01 … b1",
      ],
    },
    {
      name: "when all sources are retired nothing is known any more",
      history: product([source(["a1 2026-01-01"], "2026-04-01")]),
      eras: ["… 2026-01-01 a1 assumed", "2026-01-01 2026-04-01 a1"],
    },
  ])("$name", ({ history, eras }) => {
    // Eras that differ in nothing are one: the table writes the assumed days of two sources apart for reading.
    expect(printed(snapshotEras(history))).toEqual(joined(eras));
  });

  test("of several snapshots of a day the last one taken counts from that day on", () => {
    const late = { id: "late", takenOn: day("2026-03-01"), takenAt: "2026-03-01T22:00:00Z" };
    const early = { id: "early", takenOn: day("2026-03-01"), takenAt: "2026-03-01T09:30:00.250Z" };
    for (const snapshots of [
      [late, early],
      [early, late],
    ]) {
      expect(printed(snapshotEras(product([{ snapshots, retiredOn: null }])))).toEqual([
        "… 2026-03-01 late assumed",
        "2026-03-01 … late",
      ]);
    }
  });

  test("one source a day over ten years of snapshots is in the order of time without a gap", () => {
    const snapshots = Array.from({ length: 3650 }, (_, n) => ({
      id: `s${n}`,
      takenOn: addDays(day("2016-01-01"), n),
      takenAt: `${addDays(day("2016-01-01"), n)}T12:00:00Z`,
    }));
    const eras = snapshotEras(product([{ snapshots, retiredOn: null }]));
    expect(eras).toHaveLength(3651);
    expect(eras.slice(1).map((era) => era.start)).toEqual(eras.slice(0, -1).map((era) => era.end));
    expect(epochDay(dayOf(eras[1]?.start ?? 0))).toBe(epochDay(day("2016-01-01")));
  });
});

function product(sources: readonly SourceHistory[]): ProductHistory {
  return { sources, inUseSince: null, retiredOn: null };
}

/** Snapshots written as `id day`. */
function source(snapshots: readonly string[], retiredOn?: string): SourceHistory {
  return {
    snapshots: snapshots.map((text) => {
      const [id = "", takenOn = ""] = text.split(" ");
      return { id, takenOn: day(takenOn), takenAt: `${takenOn}T12:00:00Z` };
    }),
    retiredOn: retiredOn === undefined ? null : day(retiredOn),
  };
}

function printed(eras: ReturnType<typeof snapshotEras>): string[] {
  const bound = (epoch: number | null): string => (epoch === null ? "…" : dayOf(epoch));
  return eras.map(
    (era) =>
      `${bound(era.start)} ${bound(era.end)} ${era.snapshotIds.join("+")}${era.assumed ? " assumed" : ""}`,
  );
}

function joined(eras: readonly string[]): string[] {
  const whole: string[] = [];
  for (const era of eras) {
    const [start = "", end = "", ...rest] = era.split(" ");
    const [lastStart = "", lastEnd = "", ...lastRest] = (whole.at(-1) ?? "").split(" ");
    if (lastEnd === start && lastRest.join(" ") === rest.join(" "))
      whole[whole.length - 1] = [lastStart, end, ...rest].join(" ");
    else whole.push(era);
  }
  return whole;
}
