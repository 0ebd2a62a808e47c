import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseInventory } from "../index.ts";
import { formats } from "../registry.ts";
import { mutate } from "./mutate.ts";

/**
 * The long run of the contract test: `node scripts/run.mjs mutate 20000 [FORMAT]` damages so many files of each format.
 * Prints the slowest file and the most memory held, and fails on the first crash, broken promise, file that takes more
 * than 2 s, or where the whole run, Node included, has held more than 512 MB.
 */
const wanted = Number(process.argv[2] ?? "10000");
const only = process.argv[3];
const slowestAllowedMilliseconds = 2_000;
const mostAllowedMegabytes = 512;

for (const format of formats.filter(({ name }) => only === undefined || name === only)) {
  const folder = join(import.meta.dirname, "..", "formats", format.name, "fixtures");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && !path.endsWith("SOURCES.md"));
  let slowest = { milliseconds: 0, what: "" };
  for (let seed = 0; seed < wanted; seed += 1) {
    const path = files[seed % files.length] ?? "";
    const start = performance.now();
    const result = parseInventory({ path, bytes: mutate(readFileSync(path), seed), format: format.name });
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, what: `${path}, seed ${seed}` };
    const broken = result.kind === "refused" && result.refusal.code === "inconsistent-inventory";
    if (broken || milliseconds > slowestAllowedMilliseconds)
      throw new Error(`${path}, seed ${seed}: ${JSON.stringify(result).slice(0, 300)}`);
  }
  const megabytes = process.resourceUsage().maxRSS / 1000;
  if (megabytes > mostAllowedMegabytes)
    throw new Error(`${format.name}: ${megabytes.toFixed(0)} MB were held`);
  process.stdout.write(
    `${format.name}: ${wanted} damaged files, at most ${megabytes.toFixed(0)} MB so far, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.what})\n`,
  );
}
