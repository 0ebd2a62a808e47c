import { expect, test } from "vitest";
import { remarkOf } from "./remark.ts";

const counts = { gifts: 9, locked: 1, leftOut: 0, belowSmallestGift: 4, budgetUsed: 2, noGap: 1 };
const known = { giveBackOfTarget: 0.4, coverage: 0.4, alignment: 0.3, monthsBehind: 8, gap: "60000.00" };
const plan = {
  projects: 20,
  target: "80000.00",
  before: known,
  budget: "8000.00",
  floor: "50.00",
  step: "50.00",
  reserve: "0.00",
  locked: "1000.00",
  counts,
};

test.each([
  [{}, null],
  [{ projects: 0 }, "no-inventory"],
  [{ target: null, targetUnknown: "no-target" }, "no-target"],
  [{ target: "0.00" }, "no-target"],
  [{ before: { ...known, gap: "0.00" } }, "no-gap"],
  [{ budget: "1000.00" }, "all-locked"],
  [{ budget: "1040.00", counts: { ...counts, gifts: 1 } }, "below-smallest-gift"],
  [{ reserve: "7000.00", counts: { ...counts, gifts: 1, budgetUsed: 0 } }, "gaps-below-smallest-gift"],
  [{ reserve: "50.00", counts: { ...counts, budgetUsed: 0 } }, "more-than-gaps"],
  [{ reserve: "49.99", counts: { ...counts, budgetUsed: 0 } }, null],
] as const)("of a plan with %o it is %s", (more, remark) => {
  expect(remarkOf({ ...plan, ...more })).toBe(remark);
});
