import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderOf, headwater, packageLock } from "../testing/run.ts";

const bom = (rest: string) => `{"bomFormat":"CycloneDX","specVersion":"1.5",${rest}}`;
const shop = packageLock(
  "shop",
  { react: "^18.0.0" },
  {
    react: { version: "18.3.1", dependencies: { "loose-envify": "^1.1.0" } },
    "loose-envify": { version: "1.4.0" },
  },
);
const cargoLock =
  '[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = ["serde"]\n\n[[package]]\nname = "serde"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n';

const files = {
  "package-lock.json": shop,
  "packed/package-lock.json.gz": gzipSync(shop),
  "renamed.txt": shop,
  "rust/Cargo.lock": cargoLock,
  "rust/Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\n[dev-dependencies]\nserde = "1"\n',
  "broken.json": "{",
  "notes.txt": "hello",
  "deep.cdx.json": bom(`"x":${"[".repeat(20_000)}${"]".repeat(20_000)}`),
  "picture.cdx.json": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  "bomb.cdx.json.gz": gzipSync(Buffer.alloc(100_000_000, " ")),
  "cut.cdx.json.gz": gzipSync(bom('"components":[]')).subarray(0, 30),
  "old.cdx.json": '{"bomFormat":"CycloneDX","specVersion":"1.1"}',
  "bom.xml": '<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY a SYSTEM "file:///etc/passwd">]><bom>&a;</bom>',
  "aliases/pnpm-lock.yaml": `lockfileVersion: '9.0'\nx:\n  a: &a {x: 1, y: 2}\n${["b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u"].map((key, place, all) => `  ${key}: &${key} {x: *${all[place - 1] ?? "a"}, y: *${all[place - 1] ?? "a"}}`).join("\n")}\nimporters: {.: {dependencies: *u}}\npackages: *u\nsnapshots: {k: {dependencies: *u}}\n`,
  "names.cdx.json": bom(
    '"components":[{"type":"library","bom-ref":"__proto__","name":"constructor","version":"1"}],"dependencies":[{"ref":"__proto__"}]',
  ),
  "chain.cdx.json": bom(
    `"metadata":{"component":{"type":"application","bom-ref":"root","name":"shop"}},"components":[${Array.from({ length: 20_000 }, (_, i) => `{"type":"library","bom-ref":"c${i}","name":"c${i}","purl":"pkg:npm/c${i}@1"}`).join()}],"dependencies":[{"ref":"root","dependsOn":["c0"]},${Array.from({ length: 19_999 }, (_, i) => `{"ref":"c${i}","dependsOn":["c${i + 1}"]}`).join()}]`,
  ),
};

let folder: Awaited<ReturnType<typeof folderOf>>;
beforeAll(async () => {
  folder = await folderOf(files);
});
afterAll(() => folder.remove());

const parse = async (...words: readonly string[]) => {
  const ran = await headwater(["parse", ...words], { folder: folder.path });
  return {
    ...ran,
    lines: ran.stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Record<string, never> => JSON.parse(line)),
  };
};

describe("headwater parse", () => {
  it("prints an inventory with edges as pairs of refs, the root's ref first", async () => {
    const { status, stderr, lines } = await parse("package-lock.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines).toEqual([
      {
        file: "package-lock.json",
        format: "npm-lock",
        formatVersion: "3",
        root: { ref: "", name: "shop", version: "1.0.0", purl: "pkg:npm/shop@1.0.0" },
        components: [
          {
            ref: "node_modules/react",
            purl: "pkg:npm/react@18.3.1",
            name: "react",
            version: "18.3.1",
            scope: "runtime",
            direct: true,
            repository: null,
            licenses: [],
            funding: [],
          },
          {
            ref: "node_modules/loose-envify",
            purl: "pkg:npm/loose-envify@1.4.0",
            name: "loose-envify",
            version: "1.4.0",
            scope: "runtime",
            direct: false,
            repository: null,
            licenses: [],
            funding: [],
          },
        ],
        edges: [
          ["", "node_modules/react"],
          ["node_modules/react", "node_modules/loose-envify"],
        ],
        problems: [],
      },
    ]);
  });

  it("reads a packed file, a renamed one and the input alike", async () => {
    const [plain] = (await parse("package-lock.json")).lines;
    const { status, lines } = await parse("packed/package-lock.json.gz", "renamed.txt");
    expect(status).toBe(0);
    for (const line of lines) expect({ ...line, file: "" }).toEqual({ ...plain, file: "" });
    const piped = await headwater(["parse", "-"], { folder: folder.path, input: gzipSync(shop) });
    expect({ ...JSON.parse(piped.stdout), file: "" }).toEqual({ ...plain, file: "" });
  });

  it("reads the manifests that lie beside a lockfile", async () => {
    const { lines } = await parse("rust/Cargo.lock");
    expect(lines[0]).toMatchObject({ components: [{ name: "serde", scope: "dev", direct: true }] });
  });

  it("keeps the good files of a batch, in their order, and ends with 1", async () => {
    const { status, stderr, lines } = await parse("broken.json", "package-lock.json", "missing.json");
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { file: "broken.json", error: { code: "unknown-format" } },
      { file: "package-lock.json", format: "npm-lock" },
      { file: "missing.json", error: { code: "no-file" } },
    ]);
    expect(stderr).toBe("headwater: 2 of 3 files could not be read.\n");
  });

  it.each([
    ["cut off", "broken.json", "unknown-format"],
    ["no inventory", "notes.txt", "unknown-format"],
    ["nested 20,000 deep", "deep.cdx.json", "too-deep"],
    ["a picture", "picture.cdx.json", "invalid-encoding"],
    ["a gzip bomb", "bomb.cdx.json.gz", "too-large"],
    ["gzip that was cut off", "cut.cdx.json.gz", "invalid-gzip"],
    ["of an unknown version", "old.cdx.json", "unsupported-version"],
    ["XML with a DOCTYPE", "bom.xml", "unknown-format"],
    ["not there", "missing.json", "no-file"],
    ["a folder", "rust", "is-a-folder"],
  ])("refuses a file that is %s with a code, one line and no stack", async (_, file, code) => {
    const { status, stderr, lines } = await parse(file);
    expect(status).toBe(1);
    expect(lines).toMatchObject([{ file, error: { code } }]);
    expect(Object.keys(lines[0]?.["error"] ?? {})).toEqual(["code", "message", "where"]);
    expect(stderr).toMatch(/^headwater: [^\n]+\n$/);
  });

  it("reads a chain of 20,000 and names such as constructor", async () => {
    const { status, lines } = await parse("chain.cdx.json", "names.cdx.json");
    expect(status).toBe(0);
    expect(lines[0]?.["components"]).toHaveLength(20_000);
    expect(lines[0]?.["edges"]).toHaveLength(20_000);
    expect(lines[1]).toMatchObject({ components: [{ ref: "__proto__", name: "constructor" }] });
  });

  it("refuses an alias bomb without expanding it", async () => {
    const { status, lines } = await parse("aliases/pnpm-lock.yaml");
    expect(status).toBe(1);
    expect(lines).toMatchObject([{ error: { code: "alias-expansion" } }]);
  });

  it("reads as the format that is named, and says which there are", async () => {
    expect((await parse("notes.txt", "--format", "go-mod")).lines).toMatchObject([
      { error: { code: "not-an-inventory" } },
    ]);
    const unknown = await parse("package-lock.json", "--format", "nonsense");
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain("npm-lock");
  });
});

describe("the command line", () => {
  it.each([
    [[], 2, ""],
    [["nonsense"], 2, ""],
    [["parse"], 2, ""],
    [["parse", "--nonsense"], 2, ""],
    [["usage", ".", "--floor", "many"], 2, ""],
    [["ratios"], 2, ""],
    [["audit"], 2, ""],
    [["restore", "missing"], 2, ""],
  ])("answers %j with %i and a reason without a stack", async (words, status, stdout) => {
    const ran = await headwater(words, { folder: folder.path });
    expect(ran).toMatchObject({ status, stdout });
    expect(ran.stderr.trim()).not.toBe("");
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    if (words.length > 0) expect(ran.stderr).toMatch(/^headwater: [^\n]+\n$/);
  });

  it.each([
    "parse",
    "scan",
    "usage",
    "login",
    "push",
    "log",
    "undo",
    "ratios",
    "summary",
    "where",
    "audit",
    "backup",
    "restore",
  ])("explains %s", async (verb) => {
    const { status, stdout } = await headwater([verb, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^headwater ${verb}`));
    expect(stdout).toContain("--json");
    expect((await headwater(["--help"])).stdout).toContain(`  ${verb} `);
  });
});
