import type { Step } from "./step.ts";

/** What can be said of the code without running it. `verify` and `test` share this list. */
export const staticSteps: readonly Step[] = [
  { name: "format", command: "oxfmt", args: ["--check", "."] },
  { name: "lint", command: "oxlint", args: ["--deny-warnings", "--report-unused-disable-directives"] },
  {
    name: "types",
    command: "turbo",
    args: ["run", "typecheck", "--output-logs=errors-only", "--log-order=grouped", "--continue"],
  },
  { name: "boundaries", command: "turbo", args: ["boundaries"] },
  { name: "manifests", command: "sherif", args: [] },
  { name: "unused", command: "knip", args: ["--no-progress"] },
];
