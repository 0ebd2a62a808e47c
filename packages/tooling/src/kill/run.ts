import { isFaultless } from "./check.ts";
import { killRun } from "./index.ts";

// node packages/tooling/src/kill/run.ts 50, after a build. Ends with status 1 where anything was lost, doubled or surprising.
const report = await killRun(Number(process.argv[2] ?? "50"));
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exit(isFaultless(report) && report.surprises.length === 0 ? 0 : 1);
