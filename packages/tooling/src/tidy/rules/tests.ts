import { isTest } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";

/** A test that is left out says why in the line above it; one that shuts the others out never stays. */
export function tests(tree: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path, text } of tree.files) {
    if (!isTest(path) || text === null) continue;
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      const call = /^\s*(?:test|it|describe|suite)(?:\.\w+)*\.(only|skip|todo|fails)\b/.exec(line);
      if (!call) continue;
      const reasoned = /^\s*(\/\/|\*)\s*\S+\s+\S+/.test(lines[index - 1] ?? "");
      if (call[1] === "only" || !reasoned) findings.push(finding(path, index + 1, call[1] ?? ""));
    }
  }
  return findings;
}

function finding(path: string, line: number, modifier: string): Finding {
  const message =
    modifier === "only"
      ? ".only shuts the other tests out"
      : `.${modifier} needs its reason in the line above`;
  return { rule: "tests", path, line, message };
}
