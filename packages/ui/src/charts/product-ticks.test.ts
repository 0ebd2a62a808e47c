import { expect, test } from "vitest";
import { type Held, tickPaths, ticksWidth } from "./product-ticks.ts";
import { always } from "./testing/draws.ts";

test("a product that holds it is filled, one that does not a line at the foot, one that cannot say dots", () => {
  expect(tickPaths(["in", "out", "unknown"])).toEqual({
    in: "M0 0h5v11h-5z",
    out: "M7 10h5v1h-5z",
    unknown: "M16.5 1.5h0M16.5 5.5h0M16.5 9.5h0",
  });
});

test("eight ticks are 54 px wide, and forty still fit a column", () => {
  expect(ticksWidth(8)).toBe(54);
  expect(ticksWidth(40)).toBe(119);
  expect(ticksWidth(0)).toBe(0);
});

test("ticks never touch and end where their width says", () => {
  const kinds: readonly Held[] = ["in", "out", "unknown"];
  always((draw) => {
    const products = Array.from({ length: draw.whole(1, 60) }, () => kinds[draw.whole(0, 2)] ?? "out");
    const paths = tickPaths(products);
    const ticks = [...`${paths.in}${paths.out}`.matchAll(/M(\d+) \d+h(\d)/g)]
      .map(([, x, width]) => ({ from: Number(x), to: Number(x) + Number(width) }))
      .toSorted((a, b) => a.from - b.from);
    expect(ticks.length).toBe(products.filter((held) => held !== "unknown").length);
    for (const [index, { to }] of ticks.entries()) {
      expect(to).toBeLessThan(ticks[index + 1]?.from ?? ticksWidth(products.length) + 1);
    }
  });
});
