import { describe, expect, it } from "vitest";
import type { Inventory } from "@headwater/domain/usage";
import { cargoLock } from "./index.ts";

const INDEX = "registry+https://github.com/rust-lang/crates.io-index";

describe("Cargo.lock", () => {
  const lock = [
    "version = 4",
    entry("app", "0.1.0", null, ["rand 0.8.5", "rand 0.7.3", "cc", "insta", "member", "openssl"]),
    entry("member", "0.1.0", null, ["serde"]),
    ...["rand 0.8.5", "rand 0.7.3", "cc 1.0.0", "insta 1.0.0", "serde 1.0.0", "openssl 0.10.0"].map(
      (spelled) => {
        const [name = "", version = ""] = spelled.split(" ");
        return entry(name, version, INDEX, name === "insta" ? ["serde"] : []);
      },
    ),
  ].join("\n");
  const beside = new Map([
    [
      "Cargo.toml",
      '[package]\nname = "app"\nversion = "0.1.0"\n[workspace]\nmembers = ["member"]\n[workspace.dependencies]\nserde = "1"\n[dependencies]\nrand = "0.8"\nopenssl = { version = "0.10", optional = true }\nmember = { path = "member" }\n[dev-dependencies]\nold = { package = "rand", version = "0.7" }\ninsta = "1"\n[target.\'cfg(unix)\'.build-dependencies]\ncc = "1"\n',
    ],
    [
      "member/Cargo.toml",
      '[package]\nname = "member"\nversion = "0.1.0"\n[dependencies]\nserde.workspace = true\n',
    ],
  ]);

  it("keeps both listings of a package that stands twice with other needs, under refs of their own", () => {
    const twice = [
      entry("a", "1.0.0", INDEX, ["b"]),
      entry("a", "1.0.0", INDEX, []),
      entry("b", "1.0.0", INDEX, []),
    ];
    const inventory = read(["version = 4", ...twice].join("\n"), new Map());
    expect(inventory.components.map(({ name }) => name)).toEqual(["a", "a", "b"]);
    expect(new Set(inventory.components.map(({ ref }) => ref)).size).toBe(3);
    expect(inventory.problems.map(({ code }) => code)).toContain("duplicate-package");
  });

  it.each([
    ["a description and a licence", 'description = "x"\nlicense = "MIT"', "pkg:cargo/member@0.1.0"],
    [
      "what the workspace says of them",
      "description.workspace = true\nlicense.workspace = true",
      "pkg:cargo/member@0.1.0",
    ],
    ["no description", 'license = "MIT"', null],
    ["no wish to be published", 'description = "x"\nlicense = "MIT"\npublish = false', null],
  ])("knows a member to registries where its manifest has %s", (_, lines, purl) => {
    const manifest = `[package]\nname = "member"\nversion = "0.1.0"\n${lines}\n`;
    const { members } = read(lock, new Map([...beside, ["member/Cargo.toml", manifest]]));
    expect(members).toMatchObject([{ name: "member", purl }]);
  });

  it("takes packages without source as own code, and the kinds of what they need from the manifests", () => {
    const inventory = read(lock, beside);
    expect(inventory.root?.name).toBe("app");
    expect(inventory.members.map(({ name }) => name)).toEqual(["member"]);
    expect(
      Object.fromEntries(
        inventory.components.map(({ name, version, declaredScope }) => [
          `${name} ${version ?? ""}`,
          declaredScope,
        ]),
      ),
    ).toEqual({
      "rand 0.8.5": "runtime",
      "rand 0.7.3": "dev",
      "cc 1.0.0": "build",
      "insta 1.0.0": "dev",
      "serde 1.0.0": "runtime",
      "openssl 0.10.0": "optional",
    });
    expect(inventory.problems).toEqual([]);
  });

  it("counts everything as runtime, and says so, where no manifest lies beside it", () => {
    const inventory = read(lock, new Map());
    expect(new Set(inventory.components.map(({ declaredScope }) => declaredScope))).toEqual(
      new Set(["runtime"]),
    );
    expect(inventory.problems.map(({ code }) => code)).toEqual(["manifest-missing", "manifest-missing"]);
  });

  it("keeps the repository and commit of a git source", () => {
    const inventory = read(
      [
        "version = 3",
        entry("app", "0.1.0", null, ["reedline"]),
        entry("reedline", "0.40.0", "git+https://github.com/nushell/reedline?branch=main#abc123", []),
      ].join("\n"),
      new Map(),
    );
    expect(inventory.components[0]).toMatchObject({
      repository: "https://github.com/nushell/reedline",
      purl: "pkg:cargo/reedline@0.40.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fnushell%2Freedline%40abc123",
    });
  });

  it("resolves the full dependency strings of version 1", () => {
    const text = [
      entry("app", "0.1.0", null, [`a 1.0.0 (${INDEX})`]),
      entry("a", "1.0.0", INDEX, [`b 2.0.0 (${INDEX})`]),
      entry("b", "1.0.0", INDEX, []),
      entry("b", "2.0.0", INDEX, []),
      `[metadata]\n"checksum a 1.0.0 (${INDEX})" = "x"`,
    ].join("\n");
    const inventory = read(text, new Map());
    expect(inventory.formatVersion).toBe("1");
    expect([...inventory.edges]).toEqual([-1, 0, 0, 2]);
  });

  it.each([
    ["an unknown version", "version = 5\n", "unsupported-version"],
    ["a truncated file", '[[package]]\nname = "a', "invalid-toml"],
    ["a key that stands twice", '[[package]]\nname = "a"\nname = "b"\n', "invalid-toml"],
    ["nesting of 20,000", `version = 4\nx = ${"[".repeat(20_000)}`, "invalid-toml"],
    ["another TOML file", 'title = "x"\n', "not-an-inventory"],
  ])("refuses %s", (_, text, code) => {
    expect(cargoLock.parse({ path: "Cargo.lock", text, beside: new Map() })).toMatchObject({
      kind: "refused",
      refusal: { code },
    });
  });
});

function entry(
  name: string,
  version: string,
  source: string | null,
  dependencies: readonly string[],
): string {
  return [
    "[[package]]",
    `name = "${name}"`,
    `version = "${version}"`,
    ...(source === null ? [] : [`source = "${source}"`]),
    ...(dependencies.length === 0
      ? []
      : [`dependencies = [${dependencies.map((one) => `"${one}"`).join(", ")}]`]),
    "",
  ].join("\n");
}

function read(text: string, beside: ReadonlyMap<string, string>): Inventory {
  const result = cargoLock.parse({ path: "Cargo.lock", text, beside });
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
}
