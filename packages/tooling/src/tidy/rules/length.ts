import { isTest, lineAt } from "../repository.ts";
import type { Finding, Tree } from "../repository.ts";
import { endOf, parsedSources, startOf, walk } from "../syntax.ts";

const MOST_LINES_A_FILE = 400;
const MOST_LINES_A_FUNCTION = 80;

export interface Lengths {
  readonly files: readonly Measured[];
  readonly functions: readonly Measured[];
}

interface Measured {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
}

/** A file over 400 lines, or a function over 80, holds more than one idea. Tests are held to the first only. */
export function length(tree: Tree): readonly Finding[] {
  const { files, functions } = lengths(tree);
  return [
    ...files
      .filter((file) => file.lines > MOST_LINES_A_FILE)
      .map((file) => finding(file.path, null, `${file.lines} lines; at most ${MOST_LINES_A_FILE}`)),
    ...functions
      .filter((one) => one.lines > MOST_LINES_A_FUNCTION && !isTest(one.path))
      .map((one) =>
        finding(one.path, one.line, `a function of ${one.lines} lines; at most ${MOST_LINES_A_FUNCTION}`),
      ),
  ];
}

/** Lines of every source file and of every function in them, tests included. */
export function lengths(tree: Tree): Lengths {
  const files: Measured[] = [];
  const functions: Measured[] = [];
  for (const { path, text, program } of parsedSources(tree)) {
    files.push({ path, line: 1, lines: text.replace(/\n$/, "").split("\n").length });
    walk(program, (node) => {
      if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
      const line = lineAt(text, startOf(node));
      functions.push({ path, line, lines: lineAt(text, endOf(node)) - line + 1 });
    });
  }
  return { files, functions };
}

/** The value below which the given share of the numbers lies; 0 where there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function finding(path: string, line: number | null, message: string): Finding {
  return { rule: "length", path, line, message };
}
