/** How many tests ran to which end. A static step counts as one test. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Counts vitest's JSON report. A file that failed to load has no tests and counts as one failure, and so does
 * a run that ended badly with nothing failed in its report (an unhandled rejection, a crash, no report at all).
 */
export function tallyOf(report: unknown, status: number | null): Tally {
  const files = listIn(report, "testResults");
  const tests = files.flatMap((file) => listIn(file, "assertionResults"));
  const passed = tests.filter((test) => textIn(test, "status") === "passed").length;
  const failed = tests.filter((test) => textIn(test, "status") === "failed").length;
  const broken = files.filter(
    (file) => textIn(file, "status") === "failed" && listIn(file, "assertionResults").length === 0,
  );
  const counted = failed + broken.length;
  return { passed, failed: counted === 0 && status !== 0 ? 1 : counted };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}

/** The closing line of every run, alone on its line: other programs read it. */
export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const found = memberOf(value, key);
  return Array.isArray(found) ? found : [];
}

function textIn(value: unknown, key: string): string | null {
  const found = memberOf(value, key);
  return typeof found === "string" ? found : null;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : null;
}
