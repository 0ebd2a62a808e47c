import { expect, test } from "vitest";
import { change } from "./before-after.ts";
import { always } from "./testing/draws.ts";

test.each([
  [
    { before: 52, after: 82, end: 100 },
    { before: 98.64, after: 153.24, line: { from: 98.64, to: 153.24 } },
  ],
  [
    { before: 8.5, after: 3.7, end: 12 },
    { before: 132.92, after: 60.12, line: { from: 60.12, to: 132.92 } },
  ],
  [
    { before: 0, after: 100, end: 100 },
    { before: 4, after: 186, line: { from: 4, to: 186 } },
  ],
  [
    { before: null, after: 40, end: 100 },
    { before: null, after: 76.8, line: null },
  ],
  [
    { before: 3, after: 3, end: 0 },
    { before: 4, after: 4, line: { from: 4, to: 4 } },
  ],
])("%j lies on 190 px at %j", (of, drawn) => {
  expect(change(of, 190)).toEqual(drawn);
});

test("dots stay on the axis, and more lies to the right of less", () => {
  always((draw) => {
    const [before, after] = [draw.value(120), draw.value(120)];
    const drawn = change({ before, after, end: 100 }, 190);
    for (const dot of [drawn.before, drawn.after]) {
      expect(dot).toBeGreaterThanOrEqual(4);
      expect(dot).toBeLessThanOrEqual(186);
    }
    if (after > before) expect(drawn.after ?? 0).toBeGreaterThanOrEqual(drawn.before ?? 0);
  });
});
