import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseInventory } from "./index.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bom = (rest: string) => `{"bomFormat":"CycloneDX","specVersion":"1.5",${rest}}`;
const library = (ref: string, rest = "") =>
  `{"type":"library","bom-ref":"${ref}","name":"${ref}","purl":"pkg:npm/${ref}@1.0.0"${rest}}`;
const document = (count: number, edges: readonly (readonly [number, number])[]) => {
  const needs = new Map<number, number[]>();
  for (const [from, to] of edges) needs.set(from, [...(needs.get(from) ?? []), to]);
  return bom(
    `"metadata":{"component":{"type":"application","bom-ref":"root","name":"shop"}},` +
      `"components":[${Array.from({ length: count }, (_, i) => library(`c${i}`)).join()}],` +
      `"dependencies":[{"ref":"root","dependsOn":["c0"]}${[...needs].map(([from, to]) => `,{"ref":"c${from}","dependsOn":[${to.map((i) => `"c${i}"`).join()}]}`).join("")}]`,
  );
};
const pairs = (count: number, each: (index: number) => readonly (readonly [number, number])[]) =>
  Array.from({ length: count }, (_, index) => each(index)).flat();

describe("a hostile or damaged SBOM", () => {
  it.each<[string, Uint8Array, string, string | null]>([
    ["is cut off", utf8(bom('"components":[').slice(0, -1)), "invalid-json", "line 1, column 60"],
    [
      "breaks off in line 3",
      utf8('{\n"bomFormat":"CycloneDX",\n"x":tru}'),
      "invalid-json",
      "line 3, column 5",
    ],
    [
      "nests 20,000 deep",
      utf8(bom(`"x":${"[".repeat(20_000)}${"]".repeat(20_000)}`)),
      "too-deep",
      "line 1, column 113",
    ],
    [
      "nests 5 million deep without an end",
      utf8(bom(`"x":${"[".repeat(5_000_000)}`)),
      "too-deep",
      "line 1, column 113",
    ],
    [
      "is of a version that does not exist",
      utf8('{"bomFormat":"CycloneDX","specVersion":"1.99"}'),
      "unsupported-version",
      "/specVersion",
    ],
    [
      "is of a version before JSON",
      utf8('{"bomFormat":"CycloneDX","specVersion":"1.1"}'),
      "unsupported-version",
      "/specVersion",
    ],
    [
      "is SPDX 3",
      utf8('{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}'),
      "unsupported-version",
      "/spdxVersion",
    ],
    [
      "is SPDX in tag-value form",
      utf8("SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n"),
      "unknown-format",
      null,
    ],
    [
      "is CycloneDX in XML",
      utf8('<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>'),
      "unknown-format",
      null,
    ],
    [
      "is a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      "invalid-encoding",
      null,
    ],
    ["is UTF-16 without a mark", new Uint8Array([0x7b, 0, 0x7d, 0]), "nul-byte", "byte 1"],
    ["is Latin-1", new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), "invalid-encoding", null],
    ["is a zip", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), "unsupported-compression", null],
    ["is xz", new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]), "unsupported-compression", null],
    ["is a gzip bomb", gzipSync(Buffer.alloc(100_000_000, " ")), "too-large", null],
    ["is gzip that was cut off", gzipSync(utf8(document(200, []))).subarray(0, 700), "invalid-gzip", null],
    ["is empty", new Uint8Array(), "unknown-format", null],
  ])("that %s is refused", (_, bytes, code, where) => {
    const start = performance.now();
    const result = parseInventory({ path: "upload", bytes });
    expect(result).toMatchObject({ kind: "refused", refusal: { code, where } });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("is told which formats are read", () => {
    const result = parseInventory({ path: "x", bytes: utf8("hello") });
    expect(result.kind === "refused" && result.refusal.message).toContain("cyclonedx-json");
    expect(result.kind === "refused" && result.refusal.message).toContain("spdx-json");
  });

  it("is refused by limits that the caller sets", () => {
    const bytes = gzipSync(utf8(bom('"components":[]')));
    expect(parseInventory({ path: "x", bytes }).kind).toBe("inventory");
    expect(parseInventory({ path: "x", bytes, limits: { unpackedBytes: 20 } })).toMatchObject({
      refusal: { code: "too-large" },
    });
    expect(
      parseInventory({ path: "x", bytes: utf8(bom('"components":[]')), limits: { unpackedBytes: 20 } }),
    ).toMatchObject({ refusal: { code: "too-large" } });
  });
});

describe("a strange but valid SBOM", () => {
  it.each<[string, () => string, { readonly components: number; readonly edges: number }]>([
    [
      "a chain of 20,000",
      () =>
        document(
          20_000,
          pairs(19_999, (i) => [[i, i + 1]]),
        ),
      { components: 20_000, edges: 20_000 },
    ],
    [
      "a clique of 400",
      () =>
        document(
          400,
          pairs(400, (i) => pairs(400, (j) => (i === j ? [] : [[i, j]]))),
        ),
      { components: 400, edges: 159_601 },
    ],
    [
      "30 layers of 10 diamonds",
      () =>
        document(
          300,
          pairs(29, (layer) => pairs(10, (i) => pairs(10, (j) => [[layer * 10 + i, layer * 10 + 10 + j]]))),
        ),
      { components: 300, edges: 2_901 },
    ],
    ["16,000 tiny components", () => document(16_000, []), { components: 16_000, edges: 1 }],
    [
      "no dependsOn anywhere",
      () => bom(`"components":[${library("a")}],"dependencies":[{"ref":"a"}]`),
      { components: 1, edges: 0 },
    ],
    [
      "a million references to nothing",
      () =>
        bom(
          `"components":[${library("a")}],"dependencies":[{"ref":"a","dependsOn":[${Array.from({ length: 1_000_000 }, (_, i) => `"n${i}"`).join()}]}]`,
        ),
      { components: 1, edges: 0 },
    ],
    [
      "100,000 equal bom-refs",
      () =>
        bom(
          `"components":[${Array.from({ length: 100_000 }, () => '{"type":"library","bom-ref":"a","name":"a"}').join()}]`,
        ),
      { components: 100_000, edges: 0 },
    ],
    [
      "a number beyond all numbers",
      () => bom(`"x":1e308,"y":1e999,"components":[${library("a")}]`),
      { components: 1, edges: 0 },
    ],
  ])("with %s is read in time, with few problems", (_, make, expected) => {
    const bytes = utf8(make());
    const start = performance.now();
    const result = parseInventory({ path: "bom.json", bytes });
    expect(performance.now() - start).toBeLessThan(10_000);
    if (result.kind === "refused") throw new Error(result.refusal.message);
    expect({
      components: result.inventory.components.length,
      edges: result.inventory.edges.length / 2,
    }).toEqual(expected);
    expect(result.inventory.problems.length).toBeLessThan(100);
  });

  it.each<[string, string, string]>([
    ["__proto__", "__proto__", "__proto__"],
    ["constructor", "constructor", "constructor"],
    ["a name written from right to left", "\u202Egnp.exe", "\u202Egnp.exe"],
    ["a Cyrillic look-alike", "re\u0430ct", "re\u0430ct"],
    ["NUL", "a\\u0000b", "a\uFFFDb"],
    ["half of a surrogate pair", "a\\ud800b", "a\uFFFDb"],
    ["a whole surrogate pair", "a\\ud83d\\ude00b", "a\u{1F600}b"],
    ["a backslash before u0000", "a\\\\u0000b", "a\\u0000b"],
  ])("keeps the name %s as data", (_, escaped, name) => {
    const bytes = utf8(
      bom(
        `"components":[{"type":"library","bom-ref":"${escaped}","name":"${escaped}"}],"dependencies":[{"ref":"${escaped}","dependsOn":[]}]`,
      ),
    );
    const result = parseInventory({ path: "bom.json", bytes });
    expect(result.kind === "inventory" && result.inventory.components[0]).toMatchObject({
      ref: name,
      name,
      purl: null,
    });
  });

  it.each([
    ["hides NUL", "pkg:npm/a%00b@1.0.0"],
    ["climbs folders", "pkg:npm/../../etc/passwd@1"],
    ["has a version of 64 KB", `pkg:npm/a@${"1".repeat(65_536)}`],
    ["is none", "lodash@4"],
  ])("keeps a component whose purl %s, without the purl", (_, purl) => {
    const result = parseInventory({
      path: "bom.json",
      bytes: utf8(bom(`"components":[{"type":"library","name":"a","purl":"${purl}"}]`)),
    });
    expect(result.kind === "inventory" && result.inventory).toMatchObject({
      components: [{ name: "a", purl: null }],
      problems: [{ code: "invalid-purl", where: "/components/0" }, { code: "list" }],
    });
  });

  it("reads UTF-8 with a mark and UTF-16 of both orders like plain UTF-8", () => {
    const text = bom(`"components":[${library("a")}]`);
    const plain = parseInventory({ path: "bom.json", bytes: utf8(text) });
    const little = Buffer.from(`\uFEFF${text}`, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      utf8(`\uFEFF${text}`),
      new Uint8Array(little),
      new Uint8Array(big),
      new Uint8Array(gzipSync(utf8(text))),
    ]) {
      expect(parseInventory({ path: "bom.json", bytes })).toEqual(plain);
    }
    expect(plain.kind).toBe("inventory");
  });

  it("takes the last of two equal keys, as JSON.parse does", () => {
    const result = parseInventory({
      path: "bom.json",
      bytes: utf8(bom(`"components":[${library("a", ',"version":"1","version":"2"')}]`)),
    });
    expect(result.kind === "inventory" && result.inventory.components[0]?.version).toBe("2");
  });
});
