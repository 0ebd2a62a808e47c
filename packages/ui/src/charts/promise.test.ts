import { expect, test } from "vitest";
import { type Hardness, promiseMarks } from "./promise.ts";
import { draws, seeds } from "./testing/draws.ts";

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
  for (const seed of seeds) {
    const draw = draws(seed);
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
  }
});
