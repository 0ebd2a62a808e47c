import { expect, test } from "vitest";
import { readTypedAmount } from "./typed-amount.ts";

test.each([
  ["2500", "en", "2500"],
  ["2500,50", "en", "2500.50"],
  ["2500.5", "en", "2500.5"],
  ["2,500.50", "en", "2500.50"],
  ["2.500,50", "en", "2500.50"],
  ["1,500", "en", "1500"],
  ["1.500", "de", "1500"],
  ["1.500,25", "de", "1500.25"],
  ["1,234,567.89", "de", "1234567.89"],
  ["2500,50", "de", "2500.50"],
  ["2500.50", "de", "2500.50"],
  [" 12 000 ", "en", "12000"],
  ["12'000.05", "de", "12000.05"],
  [",5", "de", "0.5"],
] as const)("%j in %s is %s", (typed, language, amount) => {
  expect(readTypedAmount(typed, language)).toBe(amount);
});

test.each(["", "abc", "1e5", "-5", "1,2,3", "1.2,3.4", "5 €", "."])("%j is no amount", (typed) => {
  expect(readTypedAmount(typed, "en")).toBeNull();
});
