import { expect, test } from "vitest";
import { closingLine, sum, tallyOf } from "./tally.ts";

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});

test.each([
  ["two passed", [file("passed", "passed", "passed")], 0, { passed: 2, failed: 0 }],
  ["one of two failed", [file("failed", "passed", "failed")], 1, { passed: 1, failed: 1 }],
  [
    "a file that could not be loaded",
    [file("failed"), file("passed", "passed")],
    1,
    { passed: 1, failed: 1 },
  ],
  ["an unhandled rejection beside passing tests", [file("passed", "passed")], 1, { passed: 1, failed: 1 }],
  ["a skipped test", [file("passed", "passed", "skipped")], 0, { passed: 1, failed: 0 }],
  ["killed by a signal", [], null, { passed: 0, failed: 1 }],
])("%s is counted as it is", (_what, testResults, status, expected) => {
  expect(tallyOf({ testResults }, status)).toEqual(expected);
});

test("a run without a report has failed", () => {
  expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1 });
});

test("the closing line is the sum", () => {
  expect(
    closingLine(
      sum([
        { passed: 2, failed: 1 },
        { passed: 3, failed: 0 },
      ]),
    ),
  ).toBe("5 passed, 1 failed");
});
