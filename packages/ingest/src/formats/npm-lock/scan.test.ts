import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutate } from "../../testing/index.ts";
import { npmLock } from "./index.ts";
import type { Lock, LockRead } from "./read.ts";
import { readLockSlowly } from "./read.ts";
import { scanLock } from "./scan.ts";

describe("a package-lock.json that is scanned", () => {
  const fixtures = fixtureTexts();

  it("says what the general reader says, on every fixture of version 2 or 3", () => {
    const scanned = fixtures.filter((text) => agreesWhereScanned(text));
    expect(fixtures.length).toBeGreaterThan(10);
    expect(scanned.length).toBeGreaterThan(5);
  });

  it("says what the general reader says, or leaves it to that, on damaged files", () => {
    let scanned = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const bytes = new TextEncoder().encode(fixtures[seed % fixtures.length] ?? "");
      if (bytes.length < 50_000 && agreesWhereScanned(new TextDecoder().decode(mutate(bytes, seed))))
        scanned += 1;
    }
    expect(scanned).toBeGreaterThan(5);
  });

  it("says what the general reader says, whatever stands in the entries and however it is laid out (fast-check)", () => {
    const layouts = fc.constantFrom(0, 1, 2, "\t");
    fc.assert(
      fc.property(lockDocument, layouts, (document, space) => {
        agreesWhereScanned(JSON.stringify(document, null, space));
      }),
      { numRuns: 300 },
    );
  });

  it("is scanned where npm wrote it, and left to the general reader where a name stands twice", () => {
    const lock = (entries: string) => `{"name":"a","lockfileVersion":3,"packages":{${entries}}}`;
    const entry = '"node_modules/b":{"version":"1.0.0","dependencies":{"c":"1"}}';
    expect(scanLock(lock(entry))).not.toBeNull();
    expect(scanLock(lock(`${entry},${entry}`))).toBeNull();
    expect(scanLock(lock('"node_modules/b":{"version":"1","version":"2"}'))).toBeNull();
    expect(scanLock(lock('"node_modules/b":{"dependencies":{"c":"1","c":"2"}}'))).toBeNull();
    expect(scanLock(lock('"2":{},"1":{}'))).toBeNull();
    expect(scanLock(`${lock(entry)},`)).toBeNull();
  });

  it("is read in time where 20,000 names were chosen to have one hash", () => {
    const names = Array.from({ length: 20_000 }, (_, index) =>
      Array.from({ length: 15 }, (__, bit) => ((index >> bit) & 1 ? "Aa" : "BB")).join(""),
    );
    const dependencies = Object.fromEntries(names.map((name) => [name, "1"]));
    const text = JSON.stringify({ lockfileVersion: 3, packages: { "": { dependencies } } });
    const start = performance.now();
    const result = npmLock.parse({ path: "package-lock.json", text, beside: new Map() });
    expect(result.kind).toBe("inventory");
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

/** Whether the text is scanned; then what is scanned is compared with what the general reader finds. */
function agreesWhereScanned(text: string): boolean {
  const scanned = scanLock(text);
  if (scanned === null) return false;
  const slow = readLockSlowly({ path: "package-lock.json", text, beside: new Map() });
  expect(comparable({ kind: "lock", lock: scanned })).toEqual(comparable(slow));
  return true;
}

function comparable(read: LockRead): unknown {
  if (read.kind === "refused") return read;
  const { problems, ...said }: Lock = read.lock;
  return { ...said, problems: problems.list() };
}

function fixtureTexts(): readonly string[] {
  const folder = join(import.meta.dirname, "fixtures");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".json") && !path.endsWith(".expected.json") && statSync(path).isFile())
    .map((path) => readFileSync(path, "utf8"));
}

const name = fc.constantFrom(
  "a",
  "@s/b",
  "c",
  "__proto__",
  "constructor",
  "1",
  "",
  "é",
  "q\\",
  "x".repeat(30),
);
const names = fc.oneof(
  fc.dictionary(name, fc.constantFrom<unknown>("^1.0.0", null, { optional: true }, ["x"])),
  fc.jsonValue(),
);
const text = fc.oneof(
  fc.constantFrom<unknown>("1.0.0", "file:../x", "packages/a", 'a "b"', ""),
  fc.jsonValue(),
);
const flag = fc.constantFrom<unknown>(true, false, "true", null);
const entry = fc.record(
  {
    name: text,
    version: text,
    resolved: text,
    dev: flag,
    optional: flag,
    devOptional: flag,
    link: flag,
    extraneous: flag,
    license: fc.oneof(text, fc.constant({ type: "MIT" })),
    funding: fc.oneof(text, fc.constant([{ url: "https://a.example" }])),
    dependencies: names,
    optionalDependencies: names,
    devDependencies: names,
    peerDependencies: names,
    peerDependenciesMeta: names,
    engines: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const path = fc.constantFrom(
  "",
  "packages/a",
  "node_modules/a",
  "node_modules/a/node_modules/@s/b",
  "node_modules/c",
  "../out",
  "7",
  "__proto__",
);
const lockDocument = fc.record(
  {
    name: text,
    version: text,
    lockfileVersion: fc.constantFrom<unknown>(2, 3, 2, 3, 1, "3"),
    packages: fc.oneof({ weight: 5, arbitrary: fc.dictionary(path, fc.oneof(entry, fc.jsonValue())) }, text),
    dependencies: names,
    requires: flag,
  },
  { requiredKeys: ["lockfileVersion", "packages"] },
);
