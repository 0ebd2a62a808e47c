import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseInventory } from "../index.ts";
import { formats } from "../registry.ts";
import { mutate } from "./mutate.ts";

/**
 * The long run of the contract test (quality.md R9): `node src/testing/mutations.ts 100000 [FORMAT]` from the package's
 * folder. Prints the slowest file and fails on the first crash, broken promise, or file that takes more than 2 s.
 */
const wanted = Number(process.argv[2] ?? "10000");
const only = process.argv[3];
const slowestAllowedMilliseconds = 2_000;

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
  process.stdout.write(
    `${format.name}: ${wanted} damaged files, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.what})\n`,
  );
}
