import { expect, test } from "vitest";
import { sparklineCourse } from "./sparkline-course.ts";
import { always } from "./testing/draws.ts";

test("runs from its lowest value at the foot to its highest at the head, the last one dotted", () => {
  expect(sparklineCourse([34, 33, 42], 34)).toEqual({
    runs: ["M1 26.33L49.75 29L98.5 5"],
    end: { x: 98.5, y: 5 },
    unknown: [],
  });
});

test("breaks where a value is unknown, and a value between two of those is a point", () => {
  expect(sparklineCourse([1, 2, null, 3, null], 20)).toEqual({
    runs: ["M1 15L25.38 10", "M74.13 5h0"],
    end: null,
    unknown: [49.75, 98.5],
  });
});

test("equal values lie half way, and nothing is drawn of nothing", () => {
  expect(sparklineCourse([7, 7], 20).runs).toEqual(["M1 10L98.5 10"]);
  expect(sparklineCourse([5], 20)).toEqual({ runs: ["M98.5 10h0"], end: { x: 98.5, y: 10 }, unknown: [] });
  expect(sparklineCourse([], 20)).toEqual({ runs: [], end: null, unknown: [] });
});

test("stays inside its box and shows or dots every value", () => {
  always((draw) => {
    const values = Array.from({ length: draw.whole(0, 30) }, () => draw.known(1e6));
    const { runs, unknown } = sparklineCourse(values, 34);
    const points = runs.flatMap((run) => run.slice(1).replace("h0", "").split("L"));
    expect(points.length + unknown.length).toBe(values.length);
    for (const point of points) {
      const [x = Number.NaN, y = Number.NaN] = point.split(" ").map(Number);
      expect(x).toBeGreaterThanOrEqual(1);
      expect(x).toBeLessThanOrEqual(98.5);
      expect(y).toBeGreaterThanOrEqual(5);
      expect(y).toBeLessThanOrEqual(29);
    }
  });
});
