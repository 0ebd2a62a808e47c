import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { tableFaults } from "./check.ts";
import { allRequirements, answeredRequirements } from "./standard.ts";
import { summaryTable } from "./summary.ts";
import { SecurityTable } from "./table.ts";
import { testNames } from "./test-names.ts";

const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), "utf8");

function testNamesOf(file: string): ReadonlySet<string> | null {
  if (!/\.test\.tsx?$/.test(file) || !existsSync(join(repositoryRoot, file))) return null;
  return testNames(textOf(file), file.endsWith("x") ? "tsx" : "ts");
}

describe("the standard", () => {
  it("has 70 requirements of level 1, 183 of level 2 and 92 of level 3", () => {
    const levels = [...allRequirements.values()];
    expect([1, 2, 3].map((level) => levels.filter((one) => one === level).length)).toEqual([70, 183, 92]);
  });
});

describe("docs/security/asvs.json", () => {
  const table = SecurityTable.parse(JSON.parse(textOf("docs/security/asvs.json")));

  it("answers for every requirement, with tests that exist or with a reason", () => {
    expect(tableFaults(table.requirements, answeredRequirements, testNamesOf)).toEqual([]);
  });

  it("stands in the order of the standard", () => {
    expect(table.requirements.map(({ id }) => id)).toEqual([...answeredRequirements.keys()]);
  });

  it("is counted in SECURITY.md as it is", () => {
    expect(textOf("SECURITY.md")).toContain(summaryTable(table.requirements));
  });
});

describe("the check of the table", () => {
  const wanted = new Map([["V1.1.1", 1]]);
  const names = new Set(["a group > holds"]);
  const faultsOf = (...rows: Parameters<typeof tableFaults>[0]) =>
    tableFaults(rows, wanted, (file) => (file === "a.test.ts" ? names : null));
  const row = { id: "V1.1.1", level: 1, name: "something" };
  const shown = { ...row, status: "met" as const, tests: [{ file: "a.test.ts", test: "a group > holds" }] };

  it("passes a requirement that a test shows, and one that has its reason", () => {
    expect(faultsOf(shown)).toEqual([]);
    expect(faultsOf({ ...row, status: "not yet", reason: "Nobody has." })).toEqual([]);
  });

  it.each([
    ["a requirement that is missing", [], "V1.1.1 is missing"],
    ["one that stands twice", [shown, shown], "V1.1.1 stands more than once"],
    ["another level", [{ ...shown, level: 2 }], "V1.1.1 is of level 1, not 2"],
    [
      "one that the standard lacks",
      [shown, { ...shown, id: "V9.9.9" }],
      "V9.9.9 is no requirement that we answer for",
    ],
    ["a met one without a test", [{ ...row, status: "met" as const }], "V1.1.1 is met, and no test shows it"],
    [
      "a file that is gone",
      [{ ...shown, tests: [{ file: "b.test.ts", test: "a group > holds" }] }],
      "V1.1.1 names b.test.ts, which is not there",
    ],
    [
      "a test that is gone",
      [{ ...shown, tests: [{ file: "a.test.ts", test: "holds" }] }],
      "V1.1.1 names a test that a.test.ts does not have: holds",
    ],
    [
      "an empty reason",
      [{ ...row, status: "not yet" as const, reason: " " }],
      "V1.1.1 is not yet without a reason",
    ],
    [
      "a test beside a reason",
      [{ ...shown, status: "not yet" as const, reason: "Not whole." }],
      "V1.1.1 is not yet and names tests",
    ],
  ])("finds %s", (_, rows, fault) => {
    expect(faultsOf(...rows)).toEqual([fault]);
  });
});

describe("the names of the tests in a file", () => {
  it("are full names as vitest prints them, of tests that run", () => {
    const source = `
      describe("a group", () => {
        it("holds", () => {});
        describe.each([1])("of %s", () => { test.each([2])("is %s", () => {}); });
        // A sample, which nobody runs.
        it.skip("is left out", () => {});
        // A sample, which nobody runs.
        it.skipIf(process.platform === "win32")("runs elsewhere", () => {});
      });
      // A sample, which nobody runs.
      describe.skip("left out", () => { it("is silent", () => {}); });
      for (const name of names) test(\`the rule of \${name}\`, () => {});
      item("is no test", () => {});
    `;
    expect([...testNames(source, "ts")]).toEqual([
      "a group > holds",
      "a group > of %s > is %s",
      "a group > runs elsewhere",
      "the rule of ${name}",
    ]);
  });

  it("are none of a file that does not parse", () => {
    expect(testNames("describe(", "ts").size).toBe(0);
  });
});
