import { killUnderWrites } from "./kills.ts";

// node packages/db/src/testing/run-kills.ts 50
const report = await killUnderWrites(Number(process.argv[2] ?? "50"));
process.stdout.write(
  `${JSON.stringify({ ...report, recoveryMillis: report.recoveryMillis.map(Math.round) })}\n`,
);
process.exitCode = report.lost + report.invented + report.surprises.length === 0 ? 0 : 1;
