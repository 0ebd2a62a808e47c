import { expect, test } from "vitest";
import { stackedMarks } from "./stacked-bars.ts";
import { always } from "./testing/draws.ts";

test("parts stand on each other from the first series up, in one scale", () => {
  const columns = [
    { name: "Q1", values: [10, 20, 0] },
    { name: "Q2", values: [20, null, 10] },
  ];
  const drawn = stackedMarks(columns, { series: 3, names: 60, width: 308, written: String });
  expect(drawn).toMatchObject({ left: 36, right: 236, step: 100, bar: 44, top: 20, foot: 152 });
  expect(drawn.ticks.map(({ value, y }) => [value, y])).toEqual([
    [0, 152],
    [10, 108],
    [20, 64],
    [30, 20],
  ]);
  expect(drawn.columns[0]).toEqual({
    x: 64,
    parts: [
      { series: 0, y: 108, height: 44 },
      { series: 1, y: 20, height: 88 },
      { series: 2, y: 20, height: 0 },
    ],
    unknown: false,
    total: 30,
  });
  expect(drawn.columns[1]).toMatchObject({ x: 164, unknown: true, total: 30 });
  expect(drawn.names).toEqual([112, 97, 46]);
});

test("columns and parts never overlap, add up to their total, and the names keep a line's distance", () => {
  always((draw) => {
    const series = draw.whole(1, 3);
    const columns = Array.from({ length: draw.whole(1, 12) }, (_, index) => ({
      name: `${index}`,
      values: Array.from({ length: series }, () => draw.known(50_000)),
    }));
    const drawn = stackedMarks(columns, { series, names: 70, width: draw.whole(300, 900), written: String });
    const unit = (drawn.foot - drawn.top) / (drawn.ticks.at(-1)?.value ?? 1);
    for (const [index, column] of drawn.columns.entries()) {
      expect(column.x + drawn.bar).toBeLessThanOrEqual(drawn.columns[index + 1]?.x ?? drawn.right);
      let foot = drawn.foot;
      for (const part of column.parts) {
        expect(part.y + part.height).toBeCloseTo(foot, 1);
        foot = part.y;
      }
      expect(drawn.foot - foot).toBeCloseTo(column.total * unit, 1);
    }
    for (const [index, line] of drawn.names.entries())
      if (index > 0) expect((drawn.names[index - 1] ?? 0) - line).toBeGreaterThan(14.99);
  });
});
