import { expect, test } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { distribution, findingLine, readTree, tidyRules } from "./index.ts";

const tree = readTree(repositoryRoot);

for (const [name, rule] of tidyRules)
  test(`the tree keeps the rule of ${name}`, () => {
    expect(rule(tree).map(findingLine)).toEqual([]);
  });

test("half of the files stay under 60 lines and nine tenths under 180, functions under 10 and 35", () => {
  const [files, functions] = distribution(tree).split("\n");
  const numbers = (line: string | undefined) =>
    [...(line ?? "").matchAll(/p\d0 (\d+)/g)].map((match) => Number(match[1]));
  process.stdout.write(`${distribution(tree)}\n`);
  const [fileMedian = 0, fileTail = 0] = numbers(files);
  const [functionMedian = 0, functionTail = 0] = numbers(functions);
  expect(fileMedian).toBeLessThanOrEqual(60);
  expect(fileTail).toBeLessThanOrEqual(180);
  expect(functionMedian).toBeLessThanOrEqual(10);
  expect(functionTail).toBeLessThanOrEqual(35);
});
