import { expect, test } from "vitest";
import { patternFrom } from "./pattern.ts";

test.each([
  ["pkg:npm/eslint-plugin-vue", null, "pkg:npm/eslint-plugin-*"],
  ["pkg:npm/left-pad", null, "pkg:npm/left-*"],
  ["pkg:npm/%40my-scope/thing", null, "pkg:npm/%40my-scope/thing"],
  ["pkg:npm/curl", null, "pkg:npm/curl"],
  ["pkg:npm/%40babel/core", { pattern: "@babel/*" }, "@babel/*"],
])(
  "a rule from %s begins with what is proposed, else its name up to the last dash",
  (purl, proposal, pattern) => {
    expect(patternFrom({ package: purl, proposal })).toBe(pattern);
  },
);
