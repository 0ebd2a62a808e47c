import { lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";

const LARGEST_FILE_BYTES = 1_000_000;

/** Written in parts, so that this file does not hold what it looks for. */
const registryHosts = [
  ["registry", "npmjs", "org"],
  ["registry", "yarnpkg", "com"],
  ["files", "pythonhosted", "org"],
  ["proxy", "golang", "org"],
  ["static", "crates", "io"],
  ["repo1", "maven", "org"],
].map((parts) => parts.join("."));
const machinePath = new RegExp(
  String.raw`(?<![\w.-])/(?:${["root", "work", "home/\\w+", "Users/\\w+"].join("|")})/\w`,
);

/** The tree belongs to no machine: no address of a package registry, no folder of somebody's disk, nothing huge. */
export function machine(tree: Tree): readonly Finding[] {
  return tree.files.flatMap(({ path, bytes, text }) => {
    const findings: Finding[] = [];
    if (bytes > LARGEST_FILE_BYTES)
      findings.push(finding(path, null, `${bytes} bytes; at most ${LARGEST_FILE_BYTES}`));
    if (text === null) return findings;
    for (const host of registryHosts) {
      const at = text.indexOf(host);
      if (at !== -1) findings.push(finding(path, lineAt(text, at), `names the registry ${host}`));
    }
    const match = machinePath.exec(text);
    if (match)
      findings.push(finding(path, lineAt(text, match.index), `names a folder of a machine: ${match[0]}…`));
    return findings;
  });
}

function finding(path: string, line: number | null, message: string): Finding {
  return { rule: "machine", path, line, message };
}
