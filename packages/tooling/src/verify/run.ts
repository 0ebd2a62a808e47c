import { staticSteps } from "../steps/static.ts";
import { printFailures, runSteps } from "../steps/step.ts";
import type { Step } from "../steps/step.ts";

/** `pnpm verify`: everything that needs no database, in under a minute. tidy is one of the pure tests. */
const pureTests: Step = {
  name: "pure tests and tidy",
  command: "vitest",
  args: ["run", "--project", "pure"],
};

const results = await runSteps([...staticSteps, pureTests]);
printFailures(results);
const failed = results.filter((result) => !result.passed);
const seconds = results.reduce((sum, result) => sum + result.milliseconds, 0) / 1000;
process.stdout.write(
  `\n${results.length - failed.length} of ${results.length} steps hold, ${seconds.toFixed(1)} s` +
    `${failed.length > 0 ? `; failed: ${failed.map((result) => result.step.name).join(", ")}` : ""}\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
