import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../repository/root.ts";
import { p1Sbom } from "./cases/p1-sbom.ts";
import { p2Lockfile } from "./cases/p2-lockfile.ts";
import { p3Flow } from "./cases/p3-flow.ts";
import { p4Load } from "./cases/p4-load.ts";
import { p6Api } from "./cases/p6-api.ts";
import { p7Page } from "./cases/p7-page.ts";
import { p8Start } from "./cases/p8-start.ts";
import { resultTable } from "./result.ts";
import type { Bench, BenchResult } from "./result.ts";

/**
 * `pnpm bench [P1 P2 …] [--write]`: prints each goal with floor, peers and ours measured in one run.
 * With --write the tables replace their blocks in docs/benchmarks.md.
 */
const benches: readonly Bench[] = [p1Sbom, p2Lockfile, p3Flow, p4Load, p6Api, p7Page, p8Start];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const writes = process.argv.includes("--write");

process.stdout.write(`${machineLine()}\n\n`);
for (const bench of benches.filter((one) => asked.length === 0 || asked.includes(one.goal))) {
  const result = await bench.run();
  process.stdout.write(`${resultTable(result)}\n\n`);
  if (writes) writeBlock(result);
}

function writeBlock(result: BenchResult): void {
  const path = join(repositoryRoot, "docs", "benchmarks.md");
  const text = readFileSync(path, "utf8");
  const block = new RegExp(`(<!-- ${result.goal} -->\n)[\\s\\S]*?(<!-- end ${result.goal} -->)`);
  if (!block.test(text)) throw new Error(`docs/benchmarks.md has no block for ${result.goal}`);
  writeFileSync(
    path,
    text.replace(
      block,
      (_all, open: string, close: string) => `${open}${resultTable(result)}\n\n${machineLine()}\n${close}`,
    ),
  );
}

function machineLine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${gigabytes} GB. Load of the machine in the last minute ${(loadavg()[0] ?? 0).toFixed(1)}, what is measured included.`;
}
