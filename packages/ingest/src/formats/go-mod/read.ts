import type { ProblemList } from "../../problems.ts";
import type { GoMod, Replacement, Requirement } from "./schema.ts";
import { tokensOf } from "./tokens.ts";

/** Directives that say nothing about what is used: they are read over. */
const IGNORED: ReadonlySet<string> = new Set([
  "exclude",
  "retract",
  "toolchain",
  "godebug",
  "ignore",
  "require",
  "replace",
  "tool",
  "module",
  "go",
]);

interface Building {
  module: string | null;
  goVersion: string | null;
  readonly requirements: Requirement[];
  readonly replacements: Replacement[];
  readonly tools: string[];
}

/** Reads a go.mod as golang.org/x/mod/modfile does in its lax mode: unknown directives are passed over. Null: it is none. */
export function readGoMod(text: string, problems: ProblemList): GoMod | null {
  const building: Building = { module: null, goVersion: null, requirements: [], replacements: [], tools: [] };
  let block: string | null = null;
  let line = 0;
  for (const source of text.split("\n")) {
    line++;
    const tokens = tokensOf(source);
    if (tokens === null) {
      problems.add(
        "warning",
        "line-unreadable",
        "A string is not closed; the line was left out.",
        `line ${line}`,
      );
      continue;
    }
    const [first, second] = tokens.words;
    if (first === undefined) continue;
    if (block !== null && first === ")") block = null;
    else if (block !== null) take(building, block, tokens.words, tokens.comment, line, problems);
    else if (second === "(") block = first;
    else take(building, first, tokens.words.slice(1), tokens.comment, line, problems);
  }
  if (block !== null)
    problems.add(
      "warning",
      "block-open",
      `The block ${block} is not closed; the file may be cut off.`,
      `line ${line}`,
    );
  const said = building.requirements.length + building.replacements.length;
  if (building.module === null && building.goVersion === null && said === 0) return null;
  return building;
}

function take(
  building: Building,
  verb: string,
  words: readonly string[],
  comment: string,
  line: number,
  problems: ProblemList,
): void {
  if (verb === "module") building.module = words[0] ?? null;
  else if (verb === "go") building.goVersion = words[0] ?? null;
  else if (verb === "tool" && words[0] !== undefined) building.tools.push(words[0]);
  else if (verb === "require") takeRequirement(building, words, comment, line, problems);
  else if (verb === "replace") takeReplacement(building, words, line, problems);
  else if (!IGNORED.has(verb))
    problems.add(
      "info",
      "unknown-directive",
      `${verb} is no directive that is known; the line was left out.`,
      `line ${line}`,
    );
}

function takeRequirement(
  { requirements }: Building,
  words: readonly string[],
  comment: string,
  line: number,
  problems: ProblemList,
): void {
  const [path, version] = words;
  if (path === undefined || version === undefined || path === "") {
    problems.add(
      "warning",
      "line-unreadable",
      "A requirement lacks its module or version and was left out.",
      `line ${line}`,
    );
    return;
  }
  requirements.push({ path, version, indirect: /^indirect(?:;|$)/.test(comment), line });
}

/** `old [version] => new version` or `old [version] => ./folder` */
function takeReplacement(
  { replacements }: Building,
  words: readonly string[],
  line: number,
  problems: ProblemList,
): void {
  const arrow = words.indexOf("=>");
  const [path, version = null] = words.slice(0, Math.max(arrow, 0));
  const [target, targetVersion] = words.slice(arrow + 1);
  if (arrow < 1 || arrow > 2 || path === undefined || target === undefined) {
    problems.add(
      "warning",
      "line-unreadable",
      "A replacement could not be read and was left out.",
      `line ${line}`,
    );
    return;
  }
  const by = targetVersion === undefined ? null : { path: target, version: targetVersion };
  replacements.push({ path, version, by, folder: target });
}
