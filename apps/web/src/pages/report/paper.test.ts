import { expect, test } from "vitest";
import { type PageWords, printSizeOf, printSizes } from "./paper.ts";

const page: PageWords = {
  organization: 16,
  facts: 2,
  verdict: 96,
  lede: 240,
  names: Array.from({ length: 16 }, () => 12),
  sums: 2,
  ask: 110,
  askNote: 130,
  givingLines: 7,
  givingNote: 130,
  exposures: [110, 110],
  foot: 100,
};

test("an ordinary report is printed as it is drawn", () => {
  expect(printSizeOf(page)).toBe(0);
});

test("longer names are set smaller, the longer the smaller, and never smaller than the smallest size", () => {
  const sizes = [20, 60, 90, 140, 214, 600].map((letters) =>
    printSizeOf({ ...page, names: page.names.map(() => letters) }),
  );
  expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
  expect(sizes[0]).toBe(0);
  expect(sizes[2]).toBeGreaterThan(0);
  expect(sizes.at(-1)).toBe(printSizes.length - 1);
});

test("a long name of the organization and a long lede count as well", () => {
  expect(printSizeOf({ ...page, organization: 200, lede: 900 })).toBeGreaterThan(0);
});
