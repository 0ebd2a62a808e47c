import { expect, test } from "vitest";
import { generatedSbom } from "./generated-sbom.ts";
import { growthExponent, measure, median, percentile } from "./measure.ts";
import { rowAgainstFloor } from "./result.ts";

test("the median of an even number of times lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 3])).toBe(3);
});

test("the 99th percentile of a hundred numbers is the 99th of them", () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.99,
    ),
  ).toBe(99);
});

test("ten times the size in a hundred times the time is quadratic", () => {
  expect(growthExponent({ size: 1, milliseconds: 1 }, { size: 10, milliseconds: 100 })).toBeCloseTo(2, 12);
});

test("rounds are interleaved and the three to warm up are not counted", async () => {
  const order: string[] = [];
  const runner = (name: string) => ({ name, role: "ours" as const, run: () => order.push(name) });
  const measured = await measure([runner("a"), runner("b")], 2);
  expect(order).toEqual(["a", "b", "a", "b", "a", "b", "a", "b", "a", "b"]);
  expect(measured.map((one) => one.rounds)).toEqual([2, 2]);
});

test("a row says whether ours stays within its multiple of the floor", () => {
  const measured = [
    { name: "JSON.parse", role: "floor" as const, milliseconds: 10, rounds: 5 },
    { name: "ours", role: "ours" as const, milliseconds: 31, rounds: 5 },
  ];
  expect(rowAgainstFloor("x", measured, 3)).toMatchObject({ ratio: "3.10×", met: { holds: false } });
  expect(rowAgainstFloor("x", measured, 3.2)).toMatchObject({ met: { holds: true } });
});

test("a generated SBOM has about the size that was asked for and is the same each time", () => {
  const text = generatedSbom(1_000_000);
  expect(Math.abs(text.length - 1_000_000)).toBeLessThan(100_000);
  expect(generatedSbom(1_000_000)).toBe(text);
});
