import { spawn } from "node:child_process";
import { toolEnvironment } from "../repository/env.ts";
import { repositoryRoot } from "../repository/root.ts";

/** One check of the repository: a tool with its arguments. It holds when the tool ends with status 0. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface StepResult {
  readonly step: Step;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly output: string;
}

/** Runs a step to its end and keeps what it printed, so that failures can be shown together at the end. */
export function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(step.command, step.args, {
      cwd: repositoryRoot,
      env: toolEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = (passed: boolean, note: string) =>
      resolve({
        step,
        passed,
        milliseconds: performance.now() - started,
        output: Buffer.concat(chunks).toString("utf8") + note,
      });
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => end(false, `${step.command} could not be started: ${error.message}\n`));
    child.on("close", (status, signal) =>
      end(status === 0, status === 0 ? "" : `(ended with ${String(status ?? signal)})\n`),
    );
  });
}

/** Runs steps one after the other, printing a line for each, and returns all results. */
export async function runSteps(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    // One at a time: the steps use all cores themselves, and their times stay comparable.
    const result = await runStep(step);
    results.push(result);
    process.stdout.write(`${stepLine(result)}\n`);
  }
  return results;
}

function stepLine(result: StepResult): string {
  const seconds = (result.milliseconds / 1000).toFixed(1);
  return `${result.passed ? "ok  " : "FAIL"} ${result.step.name.padEnd(22)} ${seconds.padStart(6)} s`;
}

export function printFailures(results: readonly StepResult[]): void {
  for (const result of results.filter((one) => !one.passed))
    process.stdout.write(`\n── ${result.step.name} ──\n${result.output.trimEnd()}\n`);
}
