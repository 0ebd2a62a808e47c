import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCycloneDx } from "./parse.ts";

const read = (bom: object) => {
  const text = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", ...bom });
  const result = parseCycloneDx({ path: "bom.json", text, beside: new Map() });
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
};
const fixture = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"));
const library = (ref: string, rest: object = {}) => ({
  type: "library",
  "bom-ref": ref,
  name: ref,
  version: "1",
  purl: `pkg:npm/${ref}@1`,
  ...rest,
});
const shop = { component: { type: "application", "bom-ref": "shop", name: "shop", version: "1.0.0" } };
const needs = (graph: Record<string, string>) =>
  Object.entries(graph).map(([ref, to]) => ({ ref, dependsOn: to.split("") }));
const edgesOf = ({ components, edges }: ReturnType<typeof read>) =>
  Array.from({ length: edges.length / 2 }, (_, at) =>
    [edges[at * 2] ?? 0, edges[at * 2 + 1] ?? 0].map((index) => components[index]?.ref ?? "root").join(">"),
  );
const scopesOf = ({ components }: ReturnType<typeof read>) =>
  Object.fromEntries(components.map(({ ref, scope }) => [ref, scope]));
const directOf = ({ components }: ReturnType<typeof read>) =>
  components.filter(({ direct }) => direct === true).map(({ ref }) => ref);
const codesOf = ({ problems }: ReturnType<typeof read>) => problems.map(({ code }) => code);

describe("the graph of a CycloneDX document", () => {
  it("is taken as given where the root states its needs", () => {
    const inventory = read({
      metadata: shop,
      components: ["a", "b", "c"].map((ref) => library(ref)),
      dependencies: needs({ shop: "a", a: "bc", b: "c" }),
    });
    expect(inventory).toMatchObject({
      shape: "graph",
      formatVersion: "1.6",
      root: { name: "shop", version: "1.0.0", purl: null },
    });
    expect(edgesOf(inventory)).toEqual(["root>a", "a>b", "a>c", "b>c"]);
    expect(directOf(inventory)).toEqual(["a"]);
  });

  it("begins at the components that no other needs where the root states nothing", () => {
    const inventory = read({
      components: ["a", "b", "c", "d"].map((ref) => library(ref)),
      dependencies: needs({ a: "b", c: "b" }),
    });
    expect(inventory.shape).toBe("graph");
    expect(directOf(inventory)).toEqual(["a", "c", "d"]);
    expect(codesOf(inventory)).toEqual(["direct-inferred"]);
  });

  it("begins at one member of a cycle that nobody outside needs", () => {
    const inventory = read({
      components: ["d", "a", "b", "c"].map((ref) => library(ref)),
      dependencies: needs({ a: "b", b: "ac", c: "d" }),
    });
    expect(directOf(inventory)).toHaveLength(1);
    expect(["a", "b"]).toContain(directOf(inventory)[0]);
  });

  it.each([
    ["everything hangs on the root", { shop: "ab" }],
    ["there are no edges", {}],
  ])("is a list where %s: directness unknown", (_, graph: Record<string, string>) => {
    const inventory = read({
      metadata: shop,
      components: [library("a"), library("b")],
      dependencies: needs(graph),
    });
    expect(inventory.shape).toBe("list");
    expect(inventory.components.map(({ direct, declaredScope }) => [direct, declaredScope])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it.each([
    ["the root is an image", { component: { type: "container", name: "image" } }, "npm"],
    ["most packages are those of an operating system", {}, "deb/debian"],
  ])("is flat where %s", (_, metadata, other) => {
    const components = ["deb/debian/curl", "deb/debian/libc6", `${other}/x`].map((path) => ({
      type: "library",
      name: path,
      purl: `pkg:${path}@1`,
    }));
    const inventory = read({ metadata, components });
    expect(inventory.shape).toBe("flat");
    expect(inventory.components.map(({ direct }) => direct)).toEqual([null, null, null]);
  });

  it("leads through the operating system and the lockfile that a scanner lists, and shows the lockfile as a member", () => {
    const inventory = read({
      metadata: { component: { type: "container", "bom-ref": "image", name: "image" } },
      components: [
        { type: "operating-system", "bom-ref": "o", name: "debian", version: "12" },
        { type: "application", "bom-ref": "l", name: "app/package-lock.json" },
        { ...library("a") },
        { ...library("b") },
        { type: "library", "bom-ref": "d", name: "curl", purl: "pkg:deb/debian/curl@8" },
      ],
      dependencies: [{ ref: "image", dependsOn: ["o", "l"] }, ...needs({ o: "d", l: "a", a: "b" })],
    });
    expect(edgesOf(inventory)).toEqual(["root>d", "root>a", "a>b"]);
    expect(inventory.members).toEqual([
      { ref: "l", name: "app/package-lock.json", version: null, purl: null },
    ]);
    expect(inventory.components.map(({ ref, direct }) => [ref, direct])).toEqual([
      ["a", true],
      ["b", false],
      ["d", null],
    ]);
    expect(codesOf(inventory)).toContain("not-a-package");
  });

  it("takes the one application that the root needs as the root's own", () => {
    const app = { type: "application", "bom-ref": "p", name: "api", version: "2", purl: "pkg:npm/api@2" };
    const inventory = read({
      metadata: shop,
      components: [app, library("a"), library("b")],
      dependencies: needs({ shop: "p", p: "a", a: "b" }),
    });
    expect(directOf(inventory)).toEqual(["a"]);
    expect(inventory.members).toMatchObject([{ name: "api" }]);
  });

  it("keeps a project skeleton that is a library as the one direct dependency, and says so", () => {
    const inventory = read(fixture("laravel-1.4.json"));
    expect(inventory.components.filter(({ direct }) => direct).map(({ name }) => name)).toEqual([
      "laravel/laravel",
    ]);
    expect(codesOf(inventory)).toEqual(["single-direct"]);
  });

  it("does not take nesting for need", () => {
    const inventory = read({
      metadata: shop,
      components: [library("a", { components: [library("b", { components: [library("c")] })] })],
    });
    expect(inventory.components.map(({ ref }) => ref)).toEqual(["a", "b", "c"]);
    expect(inventory.edges).toHaveLength(0);
  });

  it("finds the root among the components by its purl", () => {
    const inventory = read(fixture("cyclonedx-components-nested.json"));
    expect(inventory.components.map(({ purl }) => purl)).toEqual([
      "pkg:rpm/redhat/abattis-cantarell-fonts@0.0.25-6.el8?arch=noarch",
      "pkg:maven/compiler/compiler@23.1.4.0-1-redhat-00001?type=jar",
    ]);
    expect(edgesOf(inventory)).toHaveLength(2);
  });

  it("drops and names what leads nowhere", () => {
    const inventory = read({
      components: [library("a"), library("b"), library("a", { purl: "pkg:npm/other@1" }), 7],
      dependencies: [
        { ref: "a", dependsOn: ["b", "nothing", 3, "a"] },
        { ref: "ghost", dependsOn: ["a"] },
        { dependsOn: ["a"] },
        null,
      ],
    });
    expect(edgesOf(inventory)).toEqual(["a>b"]);
    expect(inventory.components.map(({ ref }) => ref)).toEqual(["a", "b", "a#3"]);
    expect(inventory.problems.map(({ code, where }) => [code, where])).toEqual([
      ["duplicate-ref", "/components/2"],
      ["invalid-component", "/components/3"],
      ["unresolved-dependency", "/dependencies/0/dependsOn/1"],
      ["unresolved-dependency", "/dependencies/0/dependsOn/2"],
      ["unknown-ref", "/dependencies/1"],
      ["invalid-dependency", "/dependencies/2"],
      ["invalid-dependency", "/dependencies/3"],
      ["self-dependency", null],
      ["direct-inferred", null],
    ]);
  });

  it("merges listings of one package with the same needs, and keeps those that need others", () => {
    const twice = (ref: string) => [
      library(`${ref}1`, { purl: `pkg:npm/${ref}@1` }),
      library(`${ref}2`, { purl: `pkg:npm/${ref}@1` }),
    ];
    const components = [...twice("a"), ...twice("b"), ...twice("c"), library("d")];
    const dependencies = [
      ["a1", "b1"],
      ["a2", "b2"],
      ["c1", "d"],
      ["c2", "a1"],
    ].map(([ref, to]) => ({ ref, dependsOn: [to] }));
    const inventory = read({ components, dependencies });
    expect(inventory.components.map(({ ref }) => ref)).toEqual(["a1", "b1", "c1", "c2", "d"]);
    expect(edgesOf(inventory)).toEqual(["a1>b1", "c1>d", "c2>a1"]);
  });
});

describe("the scope of a CycloneDX component", () => {
  it("is dev if only development reaches it, and runtime if anything else does", () => {
    const inventory = read({
      metadata: shop,
      components: [
        library("a"),
        library("t", { scope: "excluded" }),
        library("u"),
        library("o", { scope: "optional" }),
        library("p"),
        library("s"),
      ],
      dependencies: needs({ shop: "ato", a: "s", t: "us", o: "p", p: "u" }),
    });
    expect(scopesOf(inventory)).toEqual({
      a: "runtime",
      t: "dev",
      u: "optional",
      o: "optional",
      p: "optional",
      s: "runtime",
    });
    expect(inventory.components.map(({ declaredScope }) => declaredScope)).toEqual([
      "runtime",
      "dev",
      null,
      "optional",
      null,
      null,
    ]);
  });

  it.each(["cdx:npm:package:development", "cdx:composer:package:isDevRequirement"])(
    "is dev by the property %s",
    (name) => {
      const inventory = read({
        components: [
          library("a", { properties: [{ name, value: "true" }] }),
          library("b", { properties: [{ name, value: "false" }] }),
        ],
      });
      expect(scopesOf(inventory)).toEqual({ a: "dev", b: "runtime" });
    },
  );

  it("is runtime with a problem if the file names a scope that does not exist", () => {
    const inventory = read({ components: [library("a", { scope: "foo" })] });
    expect(scopesOf(inventory)).toEqual({ a: "runtime" });
    expect(codesOf(inventory)).toContain("unknown-scope");
  });

  it("is the strongest over all paths, whatever the graph (fast-check against a plain search)", () => {
    const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 25 });
    fc.assert(
      fc.property(
        graph,
        fc.array(fc.constantFrom("required", "excluded"), { minLength: 8, maxLength: 8 }),
        (pairs, scopes) => {
          const components = scopes.map((scope, index) => library(`c${index}`, { scope }));
          const dependencies = [
            { ref: "shop", dependsOn: ["c0", "c1"] },
            ...pairs.map(([from, to]) => ({ ref: `c${from}`, dependsOn: [`c${to}`] })),
          ];
          const inventory = read({ metadata: shop, components, dependencies });
          const runtime = new Set([0, 1].filter((index) => scopes[index] === "required"));
          for (let round = 0; round < 8; round += 1) {
            for (const [from, to] of pairs)
              if (runtime.has(from) && scopes[to] === "required") runtime.add(to);
          }
          const reached = new Set([0, 1]);
          for (let round = 0; round < 8; round += 1)
            for (const [from, to] of pairs) if (reached.has(from)) reached.add(to);
          for (const index of reached)
            expect(inventory.components[index]?.scope).toBe(runtime.has(index) ? "runtime" : "dev");
        },
      ),
    );
  });
});

describe("what a CycloneDX component says of itself", () => {
  it("is kept: name, version, repository, licences and ways to fund it", () => {
    const inventory = read({
      components: [
        {
          type: "library",
          group: "@Babel",
          name: "core",
          version: "7.0.0",
          purl: "pkg:npm/@Babel/core",
          licenses: [
            { license: { id: "MIT" } },
            { license: { name: "Custom" } },
            { expression: "MIT OR Apache-2.0" },
            {},
          ],
          externalReferences: [
            { type: "vcs", url: "git+https://github.com/babel/babel.git" },
            { type: "vcs", url: "https://example.org/second" },
            { type: "support", url: "https://example.org/help-desk" },
            { type: "support", url: "https://opencollective.com/babel" },
            { type: "other", url: "https://github.com/sponsors/babel" },
            { type: "other", url: "https://example.org/give", comment: "funding" },
            { type: "website", url: "https://liberapay.com/babel" },
          ],
        },
      ],
    });
    expect(inventory.components).toMatchObject([
      {
        version: "7.0.0",
        repository: "git+https://github.com/babel/babel.git",
        licenses: ["MIT", "Custom", "MIT OR Apache-2.0"],
        funding: [
          "https://opencollective.com/babel",
          "https://github.com/sponsors/babel",
          "https://example.org/give",
        ],
      },
    ]);
    expect(inventory.components[0]?.purl).toMatch(/^pkg:npm\/%40[Bb]abel\/core@7\.0\.0$/);
  });

  it("decides whether it is a package: hardware, data and files are counted and left out", () => {
    const types = [
      "library",
      "framework",
      "application",
      "container",
      "device",
      "data",
      "file",
      "machine-learning-model",
      "cryptographic-asset",
      "firmware",
      "platform",
    ];
    const inventory = read({ components: types.map((type) => ({ type, name: type })) });
    expect(inventory.components.map(({ name }) => name)).toEqual([
      "library",
      "framework",
      "application",
      "container",
    ]);
    expect(inventory.problems[0]).toMatchObject({
      code: "not-a-package",
      message: expect.stringMatching(/^7 components/),
    });
  });
});
