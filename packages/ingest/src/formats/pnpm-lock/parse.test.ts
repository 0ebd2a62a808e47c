import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Component, Inventory } from "@headwater/domain/usage";
import { LockBuilder } from "./builder.ts";
import { pnpmLock } from "./index.ts";
import { readLock, readLockSlowly } from "./read.ts";
import { readLines } from "./reader-lines.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

describe("the reader of lines and the general YAML reader", () => {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );
  it.each(files)("agree on %s", (path) => {
    const text = readFileSync(join(FIXTURES, path), "utf8");
    expect(readLock(text)).toEqual(readLockSlowly(text));
  });

  it("read by lines what pnpm has written", () => {
    for (const path of [
      "trivy/pnpm-lock_v9.yaml",
      "cdxgen/pnpm-lock6.yaml",
      "cdxgen/pnpm-lock9c.yaml",
      "trivy/pnpm-lock_normal.yaml",
    ]) {
      const text = readFileSync(join(FIXTURES, path), "utf8");
      expect([path, readLines(text, 0, text.length, 1, new LockBuilder())]).toEqual([path, true]);
    }
  });

  it("agree on lockfiles of any names, references and quoting", () => {
    const name = fc.oneof(
      fc.constantFrom("a", "@s/b", "__proto__", "constructor", "'quoted'", "x y", "a#b", "1.0", "true"),
      fc.string({ maxLength: 6 }),
    );
    const scalar = fc.oneof(
      fc.constantFrom(
        "1.0.0",
        "1.0.0(p@2.0.0)",
        "link:../x",
        "''",
        "'it''s'",
        '"d\\n"',
        "&a 1",
        "*a",
        "| x",
        "{a: b}",
        "[a]",
        "- x",
        "a: b",
        "a #b",
      ),
      fc.string({ maxLength: 8 }),
    );
    const lockfile = fc
      .array(fc.tuple(name, scalar), { maxLength: 4 })
      .map((pairs) =>
        [
          "lockfileVersion: '9.0'",
          "",
          "importers:",
          "",
          "  .:",
          "    dependencies:",
          ...pairs.flatMap(([key, value]) => [
            `      ${key}:`,
            "        specifier: ^1",
            `        version: ${value}`,
          ]),
          "",
          "packages:",
          "",
          ...pairs.flatMap(([key, value]) => [
            `  ${key}@1.0.0:`,
            `    resolution: {integrity: ${value}}`,
            `    deprecated: ${value}`,
          ]),
          "snapshots:",
          "",
          ...pairs.flatMap(([key, value]) => [
            `  ${key}@1.0.0:`,
            "    dependencies:",
            `      ${key}: ${value}`,
            "    optional: true",
          ]),
          "",
        ].join("\n"),
      );
    fc.assert(
      fc.property(lockfile, (text) => {
        const fast = readLock(text);
        const slow = readLockSlowly(text);
        // By lines a fault in a part of no interest goes unseen; where both read, they read the same.
        if (slow.kind === "lock") expect(fast).toEqual(slow);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("pnpm-lock.yaml", () => {
  it("reads only the last document, not the one in which pnpm locks itself", () => {
    const environment =
      "---\nlockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    packageManagerDependencies:\n      pnpm:\n        specifier: 12.0.0\n        version: 12.0.0\n\npackages:\n\n  pnpm@12.0.0:\n    resolution: {integrity: sha512-x}\n\nsnapshots:\n\n  pnpm@12.0.0: {}\n\n";
    const inventory = read(`${environment}---\n${version9({ a: "1.0.0" }, { "a@1.0.0": [] })}`);
    expect(inventory.components.map(({ ref }) => ref)).toEqual(["a@1.0.0"]);
    expect(inventory.problems).toMatchObject([{ code: "environment-left-out" }]);
  });

  it("keeps variants by peers apart only where they need different packages", () => {
    const inventory = read(
      version9(
        { a: "1.0.0(p@1.0.0)", b: "1.0.0" },
        {
          "a@1.0.0(p@1.0.0)": ["p: 1.0.0"],
          "a@1.0.0(p@2.0.0)": ["p: 2.0.0"],
          "a@1.0.0(p@1.0.0)(q@1.0.0)": ["p: 1.0.0"],
          "b@1.0.0": ["a: 1.0.0(p@2.0.0)"],
          "p@1.0.0": [],
          "p@2.0.0": [],
        },
      ),
    );
    expect(inventory.components.filter(({ name }) => name === "a").map(({ ref }) => ref)).toEqual([
      "a@1.0.0(p@1.0.0)",
      "a@1.0.0(p@2.0.0)",
    ]);
  });

  it.each([
    [
      "5.3",
      "lockfileVersion: 5.3\n\ndependencies:\n  a: 1.0.0_p@2.0.0\n  al: /real/2.0.0\n\npackages:\n\n  /a/1.0.0_p@2.0.0:\n    dev: false\n\n  /real/2.0.0:\n    dev: false\n",
    ],
    [
      "6.0",
      "lockfileVersion: '6.0'\n\ndependencies:\n  a:\n    specifier: ^1\n    version: 1.0.0(p@2.0.0)\n  al:\n    specifier: npm:real@2\n    version: /real@2.0.0\n\npackages:\n\n  /a@1.0.0(p@2.0.0):\n    dev: false\n\n  /real@2.0.0:\n    dev: false\n",
    ],
    [
      "9.0",
      version9(
        { a: "1.0.0(patch_hash=abc)(p@2.0.0)", al: "real@2.0.0" },
        { "a@1.0.0(patch_hash=abc)(p@2.0.0)": [], "real@2.0.0": [] },
      ),
    ],
  ])("reads peers and aliases in the spelling of %s", (version, text) => {
    const inventory = read(text);
    expect(inventory.formatVersion).toBe(version);
    expect(inventory.components.map(({ purl, direct }) => [purl, direct])).toEqual([
      ["pkg:npm/a@1.0.0", true],
      ["pkg:npm/real@2.0.0", true],
    ]);
  });

  it("takes linked and injected folders as own code whose dependencies are direct", () => {
    const inventory = read(
      version9(
        { m: "link:packages/m", i: "file:packages/i" },
        { "i@file:packages/i": ["a: 1.0.0"], "a@1.0.0": [] },
      ),
    );
    expect(inventory.components.map(({ name, direct }) => [name, direct])).toEqual([["a", true]]);
    expect(inventory.members.map(({ name }) => name)).toEqual(["i"]);
  });

  it("computes from version 9 on what only development reaches, and before believes the file", () => {
    const nine = read(
      version9(
        { a: "1.0.0" },
        { "a@1.0.0": ["b: 1.0.0"], "b@1.0.0": [], "c@1.0.0": ["d: 1.0.0"], "d@1.0.0": [] },
        { c: "1.0.0" },
      ),
    );
    expect(nine.components.map(({ name, scope }) => `${name} ${scope}`)).toEqual([
      "a runtime",
      "b runtime",
      "c dev",
      "d dev",
    ]);
    const six = read(
      "lockfileVersion: '6.0'\n\ndependencies:\n  a:\n    specifier: ^1\n    version: 1.0.0\n\npackages:\n\n  /a@1.0.0:\n    dev: true\n",
    );
    expect(six.components.map(({ scope, declaredScope }) => [scope, declaredScope])).toEqual([
      ["dev", "runtime"],
    ]);
  });

  it("reads anchors and flow style, which pnpm does not write", () => {
    const inventory = read(
      "lockfileVersion: '9.0'\nimporters: {.: {dependencies: {a: {specifier: &v 1.0.0, version: *v}}}}\npackages: {a@1.0.0: {}}\nsnapshots: {a@1.0.0: {}}\n",
    );
    expect(inventory.components.map(({ purl }) => purl)).toEqual(["pkg:npm/a@1.0.0"]);
  });
});

describe("pnpm-lock.yaml that is hostile or broken", () => {
  const bomb = [
    "a: &a {x: 1, y: 2, z: 3, w: 4}",
    ..."bcdefghij"
      .split("")
      .map(
        (key, i) =>
          `${key}: &${key} {x: *${"abcdefghi"[i] ?? "a"}, y: *${"abcdefghi"[i] ?? "a"}, z: *${"abcdefghi"[i] ?? "a"}, w: *${"abcdefghi"[i] ?? "a"}}`,
      ),
  ].join("\n");
  it.each([
    [
      "an alias bomb",
      `lockfileVersion: '9.0'\nx:\n  ${bomb.replaceAll("\n", "\n  ")}\nimporters: {.: {dependencies: *j}}\npackages: *j\nsnapshots: {k: {dependencies: *j}}\n`,
    ],
    ["an alias to itself", "lockfileVersion: '9.0'\npackages: &p\n  a@1.0.0: *p\nsnapshots: {}\n"],
  ])("refuses %s without expanding it", (_, text) => {
    const result = pnpmLock.parse({ path: "pnpm-lock.yaml", text, beside: new Map() });
    expect(result).toMatchObject({ kind: "refused", refusal: { code: "alias-expansion" } });
  });

  it("takes an alias that stands for less than the file holds", () => {
    const text = "lockfileVersion: '9.0'\nx: &x {}\nimporters:\n  .: *x\npackages: *x\nsnapshots: *x\n";
    const result = pnpmLock.parse({ path: "pnpm-lock.yaml", text, beside: new Map() });
    expect(result).toMatchObject({ kind: "inventory", inventory: { components: [] } });
  });

  it.each([
    ["a lockfile of pnpm 2", "shrinkwrapVersion: 3\n\ndependencies:\n  a: 1.0.0\n", "unsupported-version"],
    ["an unknown version", "lockfileVersion: '10.0'\n", "unsupported-version"],
    [
      "a key that stands twice",
      version9({ a: "1.0.0" }, { "a@1.0.0": [] }).replace(
        "snapshots:",
        "  a@1.0.0:\n    dev: true\n\nsnapshots:",
      ),
      "duplicate-key",
    ],
    [
      "what was cut off before the snapshots",
      version9({ a: "1.0.0" }, { "a@1.0.0": [] }).split("snapshots:")[0] ?? "",
      "incomplete",
    ],
    [
      "what was cut off within a line",
      "lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha",
      "invalid-yaml",
    ],
    [
      "nesting of 20,000",
      `lockfileVersion: '9.0'\npackages: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`,
      "too-deep",
    ],
    ["a text", "this is not a lockfile", "not-an-inventory"],
    ["nothing", "", "not-an-inventory"],
  ])("refuses %s", (_, text, code) => {
    expect(pnpmLock.parse({ path: "pnpm-lock.yaml", text, beside: new Map() })).toMatchObject({
      kind: "refused",
      refusal: { code },
    });
  });

  it("takes __proto__ and constructor as ordinary names", () => {
    const inventory = read(
      version9(
        { __proto: "1.0.0", constructor: "1.0.0" },
        { "__proto@1.0.0": [], "constructor@1.0.0": ["__proto__: 1.0.0"], "__proto__@1.0.0": [] },
      ),
    );
    expect(one(inventory, "__proto__").purl).toBe("pkg:npm/__proto__@1.0.0");
    expect(one(inventory, "constructor").direct).toBe(true);
  });

  it("never throws on a lockfile with any part cut out or doubled", () => {
    const text = readFileSync(join(FIXTURES, "trivy/pnpm-lock_v9.yaml"), "utf8");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(200), fc.string({ maxLength: 5 }), (at, length, inserted) => {
        const mutated = text.slice(0, at) + inserted + text.slice(at + length);
        expect(["inventory", "refused"]).toContain(
          pnpmLock.parse({ path: "pnpm-lock.yaml", text: mutated, beside: new Map() }).kind,
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** A lockfile of version 9 with one importer; `snapshots` maps keys to lines `name: reference`. */
function version9(
  dependencies: Readonly<Record<string, string>>,
  snapshots: Readonly<Record<string, readonly string[]>>,
  dev: Readonly<Record<string, string>> = {},
): string {
  const declared = (kind: string, references: Readonly<Record<string, string>>): string[] =>
    Object.keys(references).length === 0
      ? []
      : [
          `    ${kind}:`,
          ...Object.entries(references).flatMap(([name, version]) => [
            `      ${name}:`,
            "        specifier: ^1",
            `        version: ${version}`,
          ]),
        ];
  const packages = [...new Set(Object.keys(snapshots).map((key) => key.split("(")[0] ?? key))];
  return [
    "lockfileVersion: '9.0'",
    "",
    "importers:",
    "",
    "  .:",
    ...declared("dependencies", dependencies),
    ...declared("devDependencies", dev),
    "",
    "packages:",
    "",
    ...packages.flatMap((key) => [
      `  ${key}:`,
      key.includes("file:")
        ? `    resolution: {directory: ${key.split("file:")[1] ?? ""}, type: directory}`
        : "    resolution: {integrity: sha512-x}",
      "",
    ]),
    "snapshots:",
    "",
    ...Object.entries(snapshots).flatMap(([key, needs]) =>
      needs.length === 0
        ? [`  ${key}: {}`, ""]
        : [`  ${key}:`, "    dependencies:", ...needs.map((need) => `      ${need}`), ""],
    ),
    "",
  ].join("\n");
}

function read(text: string): Inventory {
  const result = pnpmLock.parse({ path: "pnpm-lock.yaml", text, beside: new Map() });
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
}

function one(inventory: Inventory, name: string): Component {
  const [found] = inventory.components.filter((component) => component.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}
