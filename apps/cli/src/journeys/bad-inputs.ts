import { gzipSync } from "node:zlib";

/** One file that somebody may send, and what has to become of it on every surface. */
export interface StrangeFile {
  readonly about: string;
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The refusal's code and place, or how many components and edges are read. */
  readonly answer:
    | { readonly code: string; readonly where: string | null }
    | { readonly components: number; readonly edges: number };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bom = (rest: string): string => `{"bomFormat":"CycloneDX","specVersion":"1.5",${rest}}`;
const library = (ref: string, rest = ""): string =>
  `{"type":"library","bom-ref":"${ref}","name":"${ref}","purl":"pkg:npm/${ref}@1.0.0"${rest}}`;
const named = (name: string): string =>
  bom(
    `"components":[{"type":"library","bom-ref":"${name}","name":"${name}"}],"dependencies":[{"ref":"${name}","dependsOn":[]}]`,
  );
const withPurl = (purl: string): string =>
  bom(`"components":[{"type":"library","name":"a","purl":"${purl}"}]`);
const single = bom(`"components":[${library("a")}]`);

/** `count` components of which each needs those that `needs` says. */
function graph(count: number, needs: (place: number) => readonly number[]): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const components = places.map((place) => library(`c${place}`)).join();
  const dependencies = places
    .map(
      (place) =>
        `{"ref":"c${place}","dependsOn":[${needs(place)
          .map((other) => `"c${other}"`)
          .join()}]}`,
    )
    .join();
  return bom(
    `"metadata":{"component":{"type":"application","bom-ref":"root","name":"shop"}},"components":[${components}],"dependencies":[{"ref":"root","dependsOn":["c0"]},${dependencies}]`,
  );
}

/** The same as a package-lock.json, whose root needs the first one. */
function lockfile(count: number, needs: (place: number) => readonly number[]): string {
  const dependencies = (places: readonly number[]) =>
    Object.fromEntries(places.map((place) => [`c${place}`, "1.0.0"]));
  const packages = Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `node_modules/c${place}`,
      { version: "1.0.0", dependencies: dependencies(needs(place)) },
    ]),
  );
  return JSON.stringify({
    name: "shop",
    lockfileVersion: 3,
    packages: { "": { name: "shop", version: "1.0.0", dependencies: dependencies([0]) }, ...packages },
  });
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place);
const chain = (length: number) => (place: number) => (place + 1 < length ? [place + 1] : []);
const clique = (size: number) => (place: number) => upTo(size).filter((other) => other !== place);
const diamonds = (place: number) =>
  place < 290 ? upTo(10).map((other) => (Math.floor(place / 10) + 1) * 10 + other) : [];

/** Each alias stands for the one before it twice, 2 to the power of 20 in all. */
function aliasBomb(): string {
  const levels = upTo(20).map((level) => `  l${level + 1}: &l${level + 1} {x: *l${level}, y: *l${level}}`);
  return [
    "lockfileVersion: '9.0'",
    "bomb:",
    "  l0: &l0 {x: {a: b}, y: {a: b}}",
    ...levels,
    "importers: {.: {dependencies: *l20}}",
    "packages: *l20",
    "snapshots: {a@1.0.0: {dependencies: *l20}}",
    "",
  ].join("\n");
}

const laughs = `<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY a "ha">${upTo(9)
  .map((level) => `<!ENTITY ${"bcdefghij"[level]} "${`&${"abcdefghi"[level]};`.repeat(10)}">`)
  .join("")}]><bom>&j;</bom>`;
const outside = '<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY a SYSTEM "file:///etc/passwd">]><bom>&a;</bom>';
const unread = { code: "unknown-format", where: null };
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");

/** quality.md, bad inputs: those that concern the formats that are read. */
export const strangeFiles: readonly StrangeFile[] = [
  {
    about: "a chain of 20,000",
    name: "chain.cdx.json",
    make: () => utf8(graph(20_000, chain(20_000))),
    answer: { components: 20_000, edges: 20_000 },
  },
  {
    about: "a chain of 20,000 in a lockfile",
    name: "package-lock.json",
    make: () => utf8(lockfile(20_000, chain(20_000))),
    answer: { components: 20_000, edges: 20_000 },
  },
  {
    about: "a clique of 400",
    name: "clique.cdx.json",
    make: () => utf8(graph(400, clique(400))),
    answer: { components: 400, edges: 159_601 },
  },
  {
    about: "a clique of 400 in a lockfile",
    name: "package-lock.json",
    make: () => utf8(lockfile(400, clique(400))),
    answer: { components: 400, edges: 159_601 },
  },
  {
    about: "30 layers of 10 diamonds",
    name: "diamonds.cdx.json",
    make: () => utf8(graph(300, diamonds)),
    answer: { components: 300, edges: 2901 },
  },
  {
    about: "30 layers of 10 diamonds in a lockfile",
    name: "package-lock.json",
    make: () => utf8(lockfile(300, diamonds)),
    answer: { components: 300, edges: 2901 },
  },
  {
    about: "16,000 tiny components",
    name: "tiny.cdx.json",
    make: () => utf8(graph(16_000, () => [])),
    answer: { components: 16_000, edges: 1 },
  },
  {
    about: "dependencies without dependsOn",
    name: "bare.cdx.json",
    make: () => utf8(bom(`"components":[${library("a")}],"dependencies":[{"ref":"a"}]`)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a million references to nothing",
    name: "nothing.cdx.json",
    make: () =>
      utf8(
        bom(
          `"components":[${library("a")}],"dependencies":[{"ref":"a","dependsOn":[${Array.from({ length: 1_000_000 }, (_, place) => `"n${place}"`).join()}]}]`,
        ),
      ),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a depth of 20,000",
    name: "deep.cdx.json",
    make: () => utf8(bom(`"x":${"[".repeat(20_000)}${"]".repeat(20_000)}`)),
    answer: { code: "too-deep", where: "line 1, column 113" },
  },
  {
    about: "a depth of 20,000 in a lockfile",
    name: "package-lock.json",
    make: () => utf8(`{"lockfileVersion":3,"packages":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`),
    answer: { code: "too-deep", where: "line 1, column 348" },
  },
  {
    about: "a bomb of YAML aliases",
    name: "pnpm-lock.yaml",
    make: () => utf8(aliasBomb()),
    answer: { code: "alias-expansion", where: null },
  },
  { about: "a billion laughs", name: "bom.xml", make: () => utf8(laughs), answer: unread },
  { about: "an entity that names a file", name: "bom.xml", make: () => utf8(outside), answer: unread },
  {
    about: "the name __proto__",
    name: "proto.cdx.json",
    make: () => utf8(named("__proto__")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "the name constructor",
    name: "constructor.cdx.json",
    make: () => utf8(named("constructor")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a package-lock with the keys __proto__ and constructor",
    name: "package-lock.json",
    make: () =>
      utf8(
        '{"name":"shop","lockfileVersion":3,"packages":{"":{"dependencies":{"__proto__":"1","constructor":"1"}},"node_modules/__proto__":{"version":"1.0.0"},"node_modules/constructor":{"version":"1.0.0","dependencies":{"__proto__":"1"}}}}',
      ),
    answer: { components: 2, edges: 3 },
  },
  {
    about: "a gzip bomb",
    name: "bomb.cdx.json.gz",
    make: () => new Uint8Array(gzipSync(Buffer.alloc(150_000_000, " "))),
    answer: { code: "too-large", where: null },
  },
  {
    about: "gzip that was cut off",
    name: "cut.cdx.json.gz",
    make: () => new Uint8Array(gzipSync(graph(200, () => []))).subarray(0, 700),
    answer: { code: "invalid-gzip", where: null },
  },
  {
    about: "xz",
    name: "bom.json.xz",
    make: () => new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
    answer: { code: "unsupported-compression", where: null },
  },
  {
    about: "zip",
    name: "bom.zip",
    make: () => new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]),
    answer: { code: "unsupported-compression", where: null },
  },
  {
    about: "UTF-16",
    name: "utf16.cdx.json",
    make: () => new Uint8Array(utf16(single)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "UTF-16 of the other order",
    name: "utf16be.cdx.json",
    make: () => new Uint8Array(utf16(single).swap16()),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "UTF-16 without a mark",
    name: "unmarked.cdx.json",
    make: () => new Uint8Array(Buffer.from(single, "utf16le")),
    answer: { code: "nul-byte", where: "byte 1" },
  },
  {
    about: "a byte order mark",
    name: "marked.cdx.json",
    make: () => utf8(`\uFEFF${single}`),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "NUL in a name",
    name: "nul.cdx.json",
    make: () => utf8(named("a\\u0000b")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "half of a surrogate pair",
    name: "half.cdx.json",
    make: () => utf8(named("a\\ud800b")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a name written from right to left",
    name: "bidi.cdx.json",
    make: () => utf8(named("\u202Egnp.exe")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a Cyrillic look-alike",
    name: "homoglyph.cdx.json",
    make: () => utf8(named("re\u0430ct")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "equal keys",
    name: "keys.cdx.json",
    make: () => utf8(bom(`"components":[${library("a", ',"version":"1","version":"2"')}]`)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "1e308 and more",
    name: "large.cdx.json",
    make: () => utf8(bom(`"x":1e308,"y":1e999,"components":[${library("a")}]`)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a purl that hides NUL",
    name: "purl-nul.cdx.json",
    make: () => utf8(withPurl("pkg:npm/a%00b@1.0.0")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a purl that climbs folders",
    name: "purl-up.cdx.json",
    make: () => utf8(withPurl("pkg:npm/../../etc/passwd@1")),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a version of 64 KB in a purl",
    name: "purl-long.cdx.json",
    make: () => utf8(withPurl(`pkg:npm/a@${"1".repeat(65_536)}`)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "a version of 64 KB",
    name: "version.cdx.json",
    make: () => utf8(bom(`"components":[{"type":"library","name":"a","version":"${"1".repeat(65_536)}"}]`)),
    answer: { components: 1, edges: 0 },
  },
  {
    about: "what breaks off",
    name: "cut.cdx.json",
    make: () => utf8(bom('"components":[').slice(0, -1)),
    answer: { code: "invalid-json", where: "line 1, column 60" },
  },
  {
    about: "a lockfile that breaks off",
    name: "package-lock.json",
    make: () => utf8(lockfile(3, chain(3)).slice(0, 120)),
    answer: { code: "invalid-json", where: "line 1, column 115" },
  },
  {
    about: "a version that does not exist",
    name: "future.cdx.json",
    make: () => utf8('{"bomFormat":"CycloneDX","specVersion":"1.99"}'),
    answer: { code: "unsupported-version", where: "/specVersion" },
  },
  {
    about: "SPDX 3",
    name: "sbom.spdx.json",
    make: () => utf8('{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}'),
    answer: { code: "unsupported-version", where: "/spdxVersion" },
  },
  {
    about: "a picture",
    name: "picture.cdx.json",
    make: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    answer: { code: "invalid-encoding", where: null },
  },
  {
    about: "a letter",
    name: "letter.txt",
    make: () => utf8("Dear all,\nplease find the inventory attached.\n"),
    answer: unread,
  },
];
