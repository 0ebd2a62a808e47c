import { parseInventory } from "@headwater/ingest";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { repositoryRoot } from "../repository/root.ts";
import { type Age, ageOf } from "./age.ts";
import { earlierCargoLock } from "./cargo.ts";
import { earlierGoMod, versionsInGoSum } from "./go-mod.ts";
import { earlierNpmLock } from "./npm.ts";
import { earlierPnpmLock } from "./pnpm.ts";
import { type DemoSource, demoSources } from "./sources.ts";
import { statementsFor } from "./statements.ts";

// node packages/tooling/src/demo/derive.ts FOLDER: writes the inventories of the demo company anew. The folder holds what
// sources.ts names, each below its owner__repository, with the go.sum beside a go.mod.

const target = join(repositoryRoot, "packages/operations/src/demo/fixtures/inventories");
const [given] = process.argv.slice(2);
if (given === undefined || readdirSync(given).length === 0)
  throw new Error("Name the folder in which the repositories of sources.ts stand.");
mkdirSync(target, { recursive: true });
for (const source of demoSources) write(given, source);

function write(folder: string, source: DemoSource): void {
  const place = join(folder, new URL(source.repository).pathname.slice(1).replace("/", "__"));
  const text = readFileSync(join(place, source.file), "utf8");
  const earlier = derivation(place, source, text);
  const oldest = source.daysAgo.length - 1;
  const snapshots = source.daysAgo.map((daysAgo, index) => ({
    daysAgo,
    label: index === oldest ? "as the repository has it" : "derived from the last one",
    text: index === oldest ? text : earlier(ageOf((oldest - index) / oldest)),
  }));
  for (const snapshot of snapshots) requireReadable(source, snapshot.text);
  const { product, path } = source;
  const statements = statementsFor(requireReadable(source, text));
  const bytes = brotliCompressSync(JSON.stringify({ product, path, snapshots, statements }), {
    // A window that reaches over all snapshots, which repeat each other.
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(join(target, `${source.name}.json.br`), bytes);
  process.stdout.write(
    `${source.name}: ${snapshots.length} snapshots, ${statements.length} statements, ${bytes.length} bytes\n`,
  );
}

function derivation(place: string, source: DemoSource, text: string): (age: Age) => string {
  const name = source.file.split("/").at(-1);
  if (name === "Cargo.lock") return (age) => earlierCargoLock(text, age);
  if (name === "package-lock.json") return (age) => earlierNpmLock(text, age);
  if (name === "pnpm-lock.yaml") return (age) => earlierPnpmLock(text, age);
  if (name !== "go.mod") throw new Error(`${source.file}: nobody has said how an earlier one is derived`);
  const versions = versionsInGoSum(text, readFileSync(join(place, "go.sum"), "utf8"));
  return (age) => earlierGoMod(text, age, versions);
}

/** Package URLs of the inventory; throws where our own reader finds that a derived file does not hold together. */
function requireReadable(source: DemoSource, text: string): readonly string[] {
  const parsed = parseInventory({ path: source.path, bytes: new TextEncoder().encode(text) });
  if (parsed.kind !== "inventory")
    throw new Error(`${source.name} cannot be read: ${JSON.stringify(parsed)}`);
  const { components, problems } = parsed.inventory;
  process.stdout.write(`  ${components.length} components, ${problems.length} problems\n`);
  return components.flatMap(({ purl }) => purl ?? []);
}
