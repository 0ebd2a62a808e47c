import { expect, test } from "vitest";
import { squareSide } from "./squares.ts";
import { always } from "./testing/draws.ts";
import { weekAt, weekHeatHeight, weekHeatMiddle, weekHeatSizes } from "./week-heat.ts";

test("a square of a quarter of the value has half the side", () => {
  expect(squareSide(100, 100, 11)).toBe(11);
  expect(squareSide(25, 100, 11)).toBe(5.5);
  expect(squareSide(0.1, 100, 11)).toBe(3);
  expect(squareSide(0, 100, 11)).toBe(0);
  expect(squareSide(3, 0, 11)).toBe(0);
});

test("a year of weeks stands beside names on a page, and below them on a phone", () => {
  const page = weekHeatSizes(["Platform"], 52, 776);
  expect(page).toEqual({ left: 65, pitch: 13.67, cell: 10.94, row: 22, named: "beside" });
  expect([weekHeatHeight(page, 3), weekHeatMiddle(page, 1)]).toEqual([88, 51]);
  const phone = weekHeatSizes(["Platform"], 52, 328);
  expect(phone).toEqual({ left: 0, pitch: 6.31, cell: 5.05, row: 36, named: "above" });
});

test("squares never overlap, stay in the drawing, and are found where they stand", () => {
  always((draw) => {
    const [rows, weeks, width] = [draw.whole(1, 8), draw.whole(1, 60), draw.whole(300, 1_200)];
    const sizes = weekHeatSizes(["a name", "another name"], weeks, width);
    expect(sizes.cell).toBeLessThan(sizes.pitch);
    expect(sizes.left + weeks * sizes.pitch).toBeLessThanOrEqual(width + weeks * 0.0051);
    const [row, week] = [draw.whole(0, rows - 1), draw.whole(0, weeks - 1)];
    const x = sizes.left + (week + 0.5) * sizes.pitch;
    expect(weekAt(sizes, { rows, weeks }, x, weekHeatMiddle(sizes, row))).toBe(row * weeks + week);
    expect(weekHeatMiddle(sizes, rows - 1) + sizes.cell / 2).toBeLessThanOrEqual(weekHeatHeight(sizes, rows));
  });
});
