import { repositoryRoot } from "../repository/root.ts";
import { distribution, findingLine, readTree, tidyRules } from "./index.ts";

/** Prints every finding and the lengths of files and functions; ends with 1 where something is to be done. */
const tree = readTree(repositoryRoot);
const findings = [...tidyRules.values()].flatMap((rule) => rule(tree));
for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);
process.stdout.write(`${distribution(tree)}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
