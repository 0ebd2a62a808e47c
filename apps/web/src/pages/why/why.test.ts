import { describe, expect, test } from "vitest";
import { setLanguage } from "@headwater/ui/format";
import { whyOfExample } from "../../testing/example.ts";
import { ledgersOf, printedFigure } from "./printed.ts";
import { type Asked, printAsked, readAsked, readWhySearch } from "./search.ts";
import { inputName, sentenceOf } from "./reason-texts.ts";

describe("which figure is asked why", () => {
  test.each<[string, Asked]>([
    ["gap:github.com/curl/curl", { number: "gap", project: "github.com/curl/curl" }],
    ["gap:pkg:npm/%40babel/core", { number: "gap", project: "pkg:npm/%40babel/core" }],
    ["coverage", { number: "coverage" }],
  ])("stands in the address as %s", (why, asked) => {
    expect(readAsked(why)).toEqual(asked);
    expect(printAsked(asked)).toBe(why);
  });

  test.each(["", "nonsense", "gapp:curl", `gap:${"x".repeat(601)}`])("is none of %j", (why) => {
    expect(readAsked(why)).toBeNull();
    expect(readWhySearch({ why })).toEqual({});
  });
});

test("a reason prints every digit with its unit", () => {
  expect(printedFigure("gap", "29523.81", "USD")).toBe("USD 29,523.81");
  expect(printedFigure("usageShare", 0.36904)).toBe("36.90\u202f%");
  expect(printedFigure("minutes", 135)).toBe("2:15");
  expect(printedFigure("hhi", 0.7834)).toBe("0.783");
  expect(printedFigure("monthsBehind", 9.244)).toBe("9.2 months");
});

test("a reason is told in the language of the reader", () => {
  setLanguage("de");
  expect(sentenceOf(whyOfExample)).not.toBe(whyOfExample.formula);
  expect(inputName("products")).toBe("Produkte");
  setLanguage("en");
  expect(sentenceOf(whyOfExample)).toBe(whyOfExample.formula);
  expect(ledgersOf({ ...whyOfExample, rows: { ...whyOfExample.rows, contributions: ["ctr_1"] } })).toContain(
    "1 contribution",
  );
});
