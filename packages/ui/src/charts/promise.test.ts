import { describe, expect, test } from "vitest";
import { type Hardness, promiseMarks, promiseWords } from "./promise.ts";
import { roughWidth } from "./room.ts";
import { always } from "./testing/draws.ts";

test("a budget is parted by how hard its promises are", () => {
  const parts = [
    { hardness: "locked", amount: 23_000 },
    { hardness: "proposed", amount: 53_000 },
    { hardness: "reserve", amount: 4_000 },
  ] as const;
  expect(promiseMarks(parts, 80_000)).toEqual([
    { hardness: "locked", from: 0, width: 28.75 },
    { hardness: "proposed", from: 28.75, width: 66.25 },
    { hardness: "reserve", from: 95, width: 5 },
  ]);
});

test("nothing takes no room, and what passes the end makes the axis longer", () => {
  expect(promiseMarks([{ hardness: "given", amount: 0 }], 100)).toEqual([]);
  expect(
    promiseMarks(
      [
        { hardness: "given", amount: 30 },
        { hardness: "proposed", amount: 90 },
      ],
      100,
    ),
  ).toEqual([
    { hardness: "given", from: 0, width: 25 },
    { hardness: "proposed", from: 25, width: 75 },
  ]);
});

test("parts follow each other without a gap or an overlap, in proportion, inside the whole", () => {
  const kinds: readonly Hardness[] = ["given", "locked", "proposed", "reserve"];
  always((draw) => {
    const parts = kinds.map((hardness) => ({ hardness, amount: draw.known(9_000) ?? 0 }));
    const end = draw.value(40_000) + 1;
    const whole = Math.max(
      end,
      parts.reduce((sum, { amount }) => sum + amount, 0),
    );
    let before = 0;
    for (const { hardness, from, width } of promiseMarks(parts, end)) {
      expect(from).toBeCloseTo(before, 1);
      expect(width).toBeCloseTo(
        ((parts.find((part) => part.hardness === hardness)?.amount ?? 0) / whole) * 100,
        1,
      );
      before = from + width;
    }
    expect(before).toBeLessThanOrEqual(100.05);
  });
});

describe("the words of a budget", () => {
  const words = [
    { said: "locked 23,000", from: 0, to: 287.5 },
    { said: "proposed 53,000", from: 287.5, to: 950 },
    { said: "reserve 4,000", from: 950, to: 1_000 },
  ];

  test("stand below their parts, the last at the right end", () => {
    expect(promiseWords(words, 1_000)).toEqual([
      { said: "locked 23,000", x: 0, turned: false, line: 0 },
      { said: "proposed 53,000", x: 287.5, turned: false, line: 0 },
      { said: "reserve 4,000", x: 1_000, turned: true, line: 0 },
    ]);
  });

  test("take a second line where parts are narrow, and never run into each other", () => {
    const narrow = words.map(({ said, from, to }) => ({ said, from: from * 0.2, to: to * 0.2 }));
    const placed = promiseWords(narrow, 200);
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 0]);
    const edges = promiseWords(
      words.map(({ said, from, to }) => ({ said, from: from * 0.328, to: to * 0.328 })),
      328,
    ).map(({ said, x, turned, line }) => {
      const long = roughWidth(said, 13);
      return { line, from: turned ? x - long : x, to: turned ? x : x + long };
    });
    for (const [index, one] of edges.entries())
      for (const other of edges.slice(index + 1))
        expect(one.line !== other.line || one.to <= other.from || other.to <= one.from).toBe(true);
  });
});
