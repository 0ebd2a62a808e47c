import { describe, expect, it } from "vitest";
import type { Inventory } from "@headwater/domain/usage";
import { goMod } from "./index.ts";
import { compareVersions } from "./version.ts";

const MOD = `module example.com/app // our own
go 1.24
toolchain go1.24.2
require example.com/a v1.0.0
require (
\t"example.com/B" v1.1.0 // indirect
\texample.com/c v0.0.0-20200101000000-abcdefabcdef // indirect; needed later
\texample.com/tools v0.1.0 // indirect
\texample.com/local v1.0.0
)
exclude example.com/a v0.9.0
retract [v1.0.0, v1.0.1]
tool example.com/tools/cmd/x
replace (
\texample.com/local => ../local
\texample.com/c => example.com/fork/c v1.2.3
)
`;

describe("go.mod", () => {
  it("tells direct from indirect modules, without saying who needs whom", () => {
    const inventory = read(MOD, new Map());
    expect(inventory).toMatchObject({
      shape: "modelled",
      formatVersion: "1.24",
      root: { name: "example.com/app" },
    });
    expect(inventory.edges).toHaveLength(0);
    expect(
      inventory.components.map(({ name, version, direct, declaredScope }) => [
        name,
        version,
        direct,
        declaredScope,
      ]),
    ).toEqual([
      ["example.com/a", "v1.0.0", true, "runtime"],
      ["example.com/B", "v1.1.0", false, null],
      ["example.com/fork/c", "v1.2.3", false, null],
      ["example.com/tools", "v0.1.0", true, "dev"],
    ]);
    expect(inventory.components[0]?.purl).toBe("pkg:golang/example.com/a@v1.0.0");
    expect(inventory.members).toEqual([
      { ref: "../local", name: "example.com/local", version: null, purl: null },
    ]);
  });

  it("takes the edges from the output of go mod graph, at the selected versions", () => {
    const graph =
      "example.com/app go@1.24\nexample.com/app example.com/a@v1.0.0\nexample.com/a@v1.0.0 example.com/B@v1.0.0\nexample.com/a@v0.9.0 example.com/c@v0.1.0\nexample.com/local@v1.0.0 example.com/c@v0.1.0\n";
    const inventory = read(MOD, new Map([["go.mod.graph", graph]]));
    expect(inventory.shape).toBe("graph");
    const names = inventory.components.map(({ name }) => name);
    const pairs = Array.from({ length: inventory.edges.length / 2 }, (_, i) => [
      names[inventory.edges[2 * i] ?? 0] ?? "own",
      names[inventory.edges[2 * i + 1] ?? 0],
    ]);
    expect(pairs).toEqual([
      ["own", "example.com/a"],
      ["own", "example.com/fork/c"],
      ["own", "example.com/tools"],
      ["example.com/a", "example.com/B"],
    ]);
  });

  it("adds before Go 1.17 what go.sum or the vendor folder names, at the highest version", () => {
    const old = "module m\ngo 1.16\nrequire example.com/a v1.0.0\n";
    const sums =
      "example.com/a v1.0.0 h1:x\nexample.com/b v1.9.0 h1:x\nexample.com/b v1.10.0 h1:x\nexample.com/b v1.10.0/go.mod h1:x\nexample.com/asked v1.0.0/go.mod h1:x\n";
    expect(read(old, new Map([["go.sum", sums]])).components.map(({ ref }) => ref)).toEqual([
      "example.com/a@v1.0.0",
      "example.com/b@v1.10.0",
    ]);
    const vendored =
      "# example.com/a v1.0.0\n## explicit\nexample.com/a\n# example.com/v v2.0.0\nexample.com/v/x\n";
    expect(read(old, new Map([["vendor/modules.txt", vendored]])).components.map(({ ref }) => ref)).toEqual([
      "example.com/a@v1.0.0",
      "example.com/v@v2.0.0",
    ]);
    expect(read(old, new Map()).problems).toMatchObject([{ code: "indirect-unlisted" }]);
  });

  it("orders versions as Go does", () => {
    const ascending = [
      "v0.0.0-20190101000000-aaaaaaaaaaaa",
      "v0.0.0-20200101000000-aaaaaaaaaaaa",
      "v0.9.0",
      "v0.10.0",
      "v1.0.0-alpha",
      "v1.0.0-alpha.1",
      "v1.0.0-beta.2",
      "v1.0.0-beta.11",
      "v1.0.0",
      "v2.0.0+incompatible",
    ];
    expect(ascending.toReversed().toSorted(compareVersions)).toEqual(ascending);
  });

  it("keeps what can be read of a file that was cut off, and says where", () => {
    const inventory = read(
      "module m\ngo 1.20\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b",
      new Map(),
    );
    expect(inventory.components).toHaveLength(1);
    expect(inventory.problems).toMatchObject([
      { code: "line-unreadable", where: "line 5" },
      { code: "block-open" },
    ]);
  });

  it.each([
    ["a text", "this is no go.mod"],
    ["nothing", ""],
    ["JSON", "{}"],
  ])("refuses %s", (_, text) => {
    expect(goMod.parse({ path: "go.mod", text, beside: new Map() })).toMatchObject({
      kind: "refused",
      refusal: { code: "not-an-inventory" },
    });
  });
});

function read(text: string, beside: ReadonlyMap<string, string>): Inventory {
  const result = goMod.parse({ path: "go.mod", text, beside });
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
}
