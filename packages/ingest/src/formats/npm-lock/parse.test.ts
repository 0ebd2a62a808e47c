import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Component, Inventory } from "@headwater/domain/usage";
import { npmLock } from "./index.ts";

describe("package-lock.json", () => {
  it("resolves a dependency to the nearest node_modules above the package", () => {
    const inventory = read({
      "": { dependencies: { a: "1", b: "2" } },
      "node_modules/a": { version: "1.0.0", dependencies: { b: "1" } },
      "node_modules/a/node_modules/b": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0" },
    });
    expect(edgesOf(inventory)).toEqual(["root > a@1.0.0", "root > b@2.0.0", "a@1.0.0 > b@1.0.0"]);
  });

  it("takes what a workspace member declares as direct, and the member as own code", () => {
    const inventory = read({
      "": { workspaces: ["packages/*"], devDependencies: { x: "1" } },
      "packages/m": { name: "@own/m", version: "0.0.1", dependencies: { x: "1", y: "1" } },
      "node_modules/@own/m": { resolved: "packages/m", link: true },
      "node_modules/x": { version: "1.0.0" },
      "node_modules/y": { version: "1.0.0" },
    });
    expect(inventory.members).toEqual([
      { ref: "packages/m", name: "@own/m", version: "0.0.1", purl: "pkg:npm/%40own/m@0.0.1" },
    ]);
    expect(edgesOf(inventory)).toEqual(["root > x@1.0.0", "root > y@1.0.0"]);
    expect(one(inventory, "x").declaredScope).toBe("runtime");
  });

  it("names an aliased package by its own name", () => {
    const inventory = read({
      "": { dependencies: { "string-width-cjs": "npm:string-width@^4" } },
      "node_modules/string-width-cjs": { name: "string-width", version: "4.2.0" },
    });
    expect(inventory.components[0]).toMatchObject({
      name: "string-width",
      purl: "pkg:npm/string-width@4.2.0",
      direct: true,
    });
  });

  it("follows peers where they resolve and is silent about optional peers that do not", () => {
    const inventory = read({
      "": { dependencies: { plugin: "1", host: "1" } },
      "node_modules/plugin": {
        version: "1.0.0",
        peerDependencies: { host: "1", absent: "1" },
        peerDependenciesMeta: { absent: { optional: true } },
      },
      "node_modules/host": { version: "1.0.0" },
    });
    expect(edgesOf(inventory)).toContain("plugin@1.0.0 > host@1.0.0");
    expect(inventory.problems).toEqual([]);
  });

  it("tells of a dependency that the file does not hold, unless it is optional", () => {
    const inventory = read({
      "": { dependencies: { a: "1" } },
      "node_modules/a": {
        version: "1.0.0",
        dependencies: { gone: "1" },
        optionalDependencies: { fsevents: "2" },
      },
    });
    expect(inventory.problems).toMatchObject([
      { code: "missing-dependency", where: "/packages/node_modules~1a" },
    ]);
  });

  it("merges equal installs of a package and keeps those apart that need different versions", () => {
    const inventory = read({
      "": { dependencies: { a: "1", b: "1", c: "1" } },
      ...Object.fromEntries(
        ["a", "b", "c"].flatMap((name) => [
          [`node_modules/${name}`, { version: "1.0.0", dependencies: { d: "1" } }],
          [`node_modules/${name}/node_modules/d`, { version: "1.0.0", dependencies: { e: "1" } }],
          [
            `node_modules/${name}/node_modules/d/node_modules/e`,
            { version: name === "c" ? "2.0.0" : "1.0.0" },
          ],
        ]),
      ),
    });
    expect(inventory.components.filter(({ name }) => name === "d").map(({ ref }) => ref)).toEqual([
      "node_modules/a/node_modules/d",
      "node_modules/c/node_modules/d",
    ]);
  });

  it.each([
    ["a string", "https://a.example", ["https://a.example"]],
    ["an object", { type: "individual", url: "https://a.example" }, ["https://a.example"]],
    [
      "a list of both",
      ["https://a.example", { url: "https://b.example" }, "https://a.example"],
      ["https://a.example", "https://b.example"],
    ],
    ["no web address", [{ url: "mailto:a@b.example" }, {}, null, 3], []],
  ])("reads funding from %s", (_, funding, addresses) => {
    const inventory = read({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", funding },
    });
    expect(inventory.components[0]?.funding).toEqual(addresses);
  });

  it("keeps the repository of a git source and never its token", () => {
    const inventory = read({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", resolved: "git+https://s3cret@github.com/o/r.git#abc" },
    });
    expect(JSON.stringify(inventory)).not.toContain("s3cret");
    expect(inventory.components[0]).toMatchObject({
      repository: "git+https://github.com/o/r.git",
      purl: "pkg:npm/a@1.0.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fo%2Fr.git%40abc",
    });
    expect(inventory.problems).toMatchObject([{ code: "credentials-removed" }]);
  });

  it("leaves out what is marked extraneous, which npm would remove", () => {
    const inventory = read({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/x": { version: "1.0.0", extraneous: true },
    });
    expect(inventory.components.map(({ name }) => name)).toEqual(["a"]);
    expect(inventory.problems).toMatchObject([{ code: "extraneous", severity: "info" }]);
  });

  it("takes the direct packages of version 1 from the manifest beside it", () => {
    const text = JSON.stringify({
      lockfileVersion: 1,
      dependencies: { a: { version: "1.0.0", requires: { b: "1" } }, b: { version: "1.0.0" } },
    });
    const beside = new Map([
      [
        "package.json",
        JSON.stringify({ name: "own", dependencies: { a: "1" }, devDependencies: { b: "1" } }),
      ],
    ]);
    const inventory = accepted(npmLock.parse({ path: "package-lock.json", text, beside }));
    expect(edgesOf(inventory)).toEqual(["root > a@1.0.0", "root > b@1.0.0", "a@1.0.0 > b@1.0.0"]);
    expect(one(inventory, "b").declaredScope).toBe("dev");
    expect(inventory.root?.name).toBe("own");
  });
});

describe("package-lock.json that is hostile or broken", () => {
  it.each([
    ["a chain of 20,000", chain(20_000), 20_000],
    ["a clique of 400", clique(400), 400],
    ["30 layers of 10 diamonds", layers(30, 10), 300],
  ])("accepts %s in under a second", (_, packages, count) => {
    const text = JSON.stringify({ lockfileVersion: 3, packages });
    const start = performance.now();
    const inventory = accepted(npmLock.parse({ path: "package-lock.json", text, beside: new Map() }));
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(inventory.components).toHaveLength(count);
  });

  it.each([
    [
      "JSON nested 20,000 deep",
      `{"lockfileVersion":3,"packages":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      "too-deep",
    ],
    ["a truncated file", '{"lockfileVersion":3,"packages":{"node_modules/a":{"ver', "invalid-json"],
    ["an unknown version", '{"lockfileVersion":4,"packages":{}}', "unsupported-version"],
    ["a version that is no number", '{"lockfileVersion":"x","packages":{}}', "unsupported-version"],
    ["no object", "[]", "not-an-inventory"],
  ])("refuses %s", (_, text, code) => {
    expect(npmLock.parse({ path: "package-lock.json", text, beside: new Map() })).toMatchObject({
      kind: "refused",
      refusal: { code },
    });
  });

  it("takes __proto__ and constructor as ordinary names", () => {
    const text = `{"lockfileVersion":3,"packages":{"":{"dependencies":{"__proto__":"1","constructor":"1"}},
      "node_modules/__proto__":{"version":"1.0.0"},"node_modules/constructor":{"version":"1.0.0","dependencies":{"__proto__":"1"}}}}`;
    const inventory = accepted(npmLock.parse({ path: "package-lock.json", text, beside: new Map() }));
    expect(edgesOf(inventory)).toEqual([
      "root > __proto__@1.0.0",
      "root > constructor@1.0.0",
      "constructor@1.0.0 > __proto__@1.0.0",
    ]);
  });

  it("never throws, whatever stands in the entries", () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        "version",
        "resolved",
        "name",
        "dependencies",
        "link",
        "funding",
        "license",
        "peerDependenciesMeta",
      ),
      fc.jsonValue(),
    );
    const paths = fc.constantFrom(
      "",
      "packages/a",
      "node_modules/a",
      "node_modules/a/node_modules/b",
      "node_modules/@s/c",
      "../out",
      "node_modules/",
    );
    fc.assert(
      fc.property(
        fc.dictionary(paths, fc.oneof(anything, fc.jsonValue())),
        fc.constantFrom(1, 2, 3),
        (packages, lockfileVersion) => {
          const text = JSON.stringify({ lockfileVersion, packages, dependencies: packages });
          const result = npmLock.parse({ path: "package-lock.json", text, beside: new Map() });
          expect(result.kind).toBe("inventory");
        },
      ),
      { numRuns: 300 },
    );
  });
});

type Packages = Readonly<Record<string, unknown>>;

function chain(length: number): Packages {
  const entries = Array.from({ length }, (_, i) => [
    `node_modules/p${i}`,
    { version: "1.0.0", dependencies: i + 1 < length ? { [`p${i + 1}`]: "1" } : {} },
  ]);
  return Object.fromEntries([["", { dependencies: { p0: "1" } }], ...entries]);
}

function clique(size: number): Packages {
  const all = Object.fromEntries(Array.from({ length: size }, (_, i) => [`p${i}`, "1"]));
  return Object.fromEntries([
    ["", { dependencies: { p0: "1" } }],
    ...Object.keys(all).map((name) => [`node_modules/${name}`, { version: "1.0.0", dependencies: all }]),
  ]);
}

function layers(depth: number, width: number): Packages {
  const names = (layer: number): string[] =>
    layer < depth ? Array.from({ length: width }, (_, i) => `l${layer}n${i}`) : [];
  const needs = (layer: number): Packages => Object.fromEntries(names(layer).map((name) => [name, "1"]));
  const entries = Array.from({ length: depth }, (_, layer) =>
    names(layer).map((name) => [
      `node_modules/${name}`,
      { version: "1.0.0", dependencies: needs(layer + 1) },
    ]),
  );
  return Object.fromEntries([["", { dependencies: needs(0) }], ...entries.flat()]);
}

function read(packages: Packages): Inventory {
  return accepted(
    npmLock.parse({
      path: "package-lock.json",
      text: JSON.stringify({ lockfileVersion: 3, packages }),
      beside: new Map(),
    }),
  );
}

function accepted(result: ReturnType<typeof npmLock.parse>): Inventory {
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
}

function one(inventory: Inventory, name: string): Component {
  const [found] = inventory.components.filter((component) => component.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function edgesOf({ components, edges }: Inventory): readonly string[] {
  const label = (index: number): string =>
    index === -1 ? "root" : `${components[index]?.name ?? ""}@${components[index]?.version ?? ""}`;
  return Array.from(
    { length: edges.length / 2 },
    (_, i) => `${label(edges[2 * i] ?? 0)} > ${label(edges[2 * i + 1] ?? 0)}`,
  );
}
