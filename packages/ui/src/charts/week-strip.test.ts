import { expect, test } from "vitest";
import { always } from "./testing/draws.ts";
import { dayMarks, minuteHeight } from "./week-strip.ts";

const monday = [
  { project: "curl", minutes: 75 },
  { project: "expat", minutes: 45 },
];

test("a short week keeps the scale of days of 140 minutes, a long day makes all others lower", () => {
  expect(minuteHeight([monday, []], 84)).toBe(0.6);
  expect(minuteHeight([monday, [{ project: "curl", minutes: 420 }]], 84)).toBe(0.2);
});

test("the parts of a day lie on each other with two pixels between", () => {
  expect(dayMarks(monday, 0.6)).toEqual([
    { project: "curl", minutes: 75, proposed: false, from: 0, height: 45 },
    { project: "expat", minutes: 45, proposed: false, from: 47, height: 25 },
  ]);
});

test("what is proposed lies on top of what is logged, and nothing takes no room", () => {
  const parts = [
    { project: "curl", minutes: 45, proposed: true },
    { project: "netty", minutes: 45 },
    { project: "numpy", minutes: 0 },
  ];
  expect(dayMarks(parts, 0.6).map(({ project, proposed }) => [project, proposed])).toEqual([
    ["netty", false],
    ["curl", true],
  ]);
});

test("parts never overlap, and days of ordinary length stay in their column", () => {
  always((draw) => {
    const days = Array.from({ length: 7 }, () =>
      Array.from({ length: draw.whole(0, 5) }, () => ({
        project: "p",
        minutes: draw.whole(10, 180),
        proposed: draw.whole(0, 1) === 1,
      })),
    );
    const minute = minuteHeight(days, 84);
    for (const day of days) {
      const marks = dayMarks(day, minute);
      for (const [index, mark] of marks.entries()) {
        expect(mark.from + mark.height).toBeLessThanOrEqual((marks[index + 1]?.from ?? 92) + 0.01);
        if (mark.height > 1.5)
          expect(mark.height).toBeCloseTo(mark.minutes * minute - (index === 0 ? 0 : 2), 1);
      }
    }
  });
});
