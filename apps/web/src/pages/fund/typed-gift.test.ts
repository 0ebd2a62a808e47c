import { expect, test } from "vitest";
import { giftFigure, tenPercent } from "./typed-gift.ts";

test.each([
  ["1000.00", "50.00", 1, "1100.00"],
  ["1000.00", "50.00", -1, "900.00"],
  ["100.00", "50.00", 1, "150.00"],
  ["50.00", "50.00", -1, "0.00"],
  ["0.00", "50.00", 1, "50.00"],
  ["0.00", "50.00", -1, "0.00"],
  ["123.45", "10.00", 1, "130.00"],
  ["7500", "500", 1, "8500"],
  ["12.345", "0.001", -1, "11.111"],
] as const)("ten per cent of %s in steps of %s, %s times, is %s", (amount, step, direction, moved) => {
  expect(tenPercent(amount, step, direction)).toBe(moved);
});

test.each([
  ["12000.00", "12,000"],
  ["12000.50", "12,000.50"],
  ["0.00", "0"],
  ["7500", "7,500"],
])("a gift of %s stands in its field as %s", (amount, figure) => {
  expect(giftFigure(amount)).toBe(figure);
});
