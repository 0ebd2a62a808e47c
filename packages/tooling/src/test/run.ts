import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolEnvironment } from "../repository/env.ts";
import { repositoryRoot } from "../repository/root.ts";
import { staticSteps } from "../steps/static.ts";
import { printFailures, runSteps } from "../steps/step.ts";
import type { Step, StepResult } from "../steps/step.ts";
import { closingLine, sum, tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";

const build: Step = {
  name: "build",
  command: "turbo",
  args: ["run", "build", "--output-logs=errors-only", "--log-order=grouped"],
};

/**
 * `npm test`: the static steps, the build and every test. Arguments are vitest's own (`--project database`, a file);
 * with any, only those tests run. The last line says how many passed and failed.
 */
const asked = process.argv.slice(2);
const steps = asked.length === 0 ? await runSteps([...staticSteps, build]) : [];
const tests = await runVitest(asked);
printFailures(steps);
const total = sum([tallyOfSteps(steps), tests]);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs vitest in the foreground, so that its progress is seen, and reads its report when it has ended. */
async function runVitest(args: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "headwater-test-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const status = await ended("vitest", ["run", ...reporters, ...args]);
    return tallyOf(readReport(report), status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(command: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: repositoryRoot, env: toolEnvironment(), stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status));
  });
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    process.stderr.write(
      `vitest left no report: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return null;
  }
}

function tallyOfSteps(results: readonly StepResult[]): Tally {
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed };
}
