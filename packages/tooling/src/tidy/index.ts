import type { Finding, TidyRule, Tree } from "./repository.ts";
import { dependencies } from "./rules/dependencies.ts";
import { documents } from "./rules/documents.ts";
import { environment } from "./rules/environment.ts";
import { familiesComplete } from "./rules/families.ts";
import { layers } from "./rules/layers.ts";
import { length, lengths, quantile } from "./rules/length.ts";
import { machine } from "./rules/machine.ts";
import { names } from "./rules/names.ts";
import { tests } from "./rules/tests.ts";
import { words } from "./rules/words.ts";
import { isTest } from "./repository.ts";

export { readTree } from "./repository.ts";

/** Every rule by its name; each is a test of the `pure` project. */
export const tidyRules: ReadonlyMap<string, TidyRule> = new Map([
  ["length", length],
  ["names", names],
  ["words", words],
  ["environment", environment],
  ["tests", tests],
  ["documents", documents],
  ["families", familiesComplete],
  ["machine", machine],
  ["dependencies", dependencies],
  ["layers", layers],
]);

export function findingLine(finding: Finding): string {
  return `${finding.path}${finding.line === null ? "" : `:${finding.line}`} ${finding.message} (${finding.rule})`;
}

/** One line for files and one for functions: how long they are in the middle, at the ninth tenth and at most. */
export function distribution(tree: Tree): string {
  const measured = lengths(tree);
  const line = (what: string, all: Parameters<typeof quantile>[0]) =>
    `${what.padEnd(10)} ${String(all.length).padStart(5)}  p50 ${quantile(all, 0.5)}  p90 ${quantile(all, 0.9)}  max ${all.reduce((most, one) => Math.max(most, one), 0)}`;
  const sources = measured.files.filter((file) => !isTest(file.path));
  const tested = measured.files.filter((file) => isTest(file.path));
  return [
    line(
      "files",
      sources.map((file) => file.lines),
    ),
    line(
      "functions",
      measured.functions.filter((one) => !isTest(one.path)).map((one) => one.lines),
    ),
    line(
      "test files",
      tested.map((file) => file.lines),
    ),
  ].join("\n");
}
