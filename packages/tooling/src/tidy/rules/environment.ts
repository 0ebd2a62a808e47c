import { childNode } from "../../lint/rule.ts";
import { lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";
import { parsedSources, startOf, walk } from "../syntax.ts";

/** Configuration enters through one file of an app, where it can be read at a glance, and nowhere else. */
export function environment(tree: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path, text, program } of parsedSources(tree)) {
    if (/(^|\/)env\.ts$/.test(path) || path.startsWith("scripts/")) continue;
    walk(program, (node) => {
      const object = childNode(node, "object");
      const property = childNode(node, "property");
      if (node.type !== "MemberExpression" || object?.["name"] !== "process" || property?.["name"] !== "env")
        return;
      findings.push({
        rule: "environment",
        path,
        line: lineAt(text, startOf(node)),
        message: "process.env is read in env.ts only",
      });
    });
  }
  return findings;
}
