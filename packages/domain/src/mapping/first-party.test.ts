import { describe, expect, it } from "vitest";
import type { Inventory, InventoryRoot } from "../usage/index.ts";
import { firstPartyTest, ownPackages } from "./index.ts";

const part = (purl: string | null): InventoryRoot => ({ ref: purl ?? "x", name: purl, version: null, purl });
const inventory = (format: string, root: string | null, ...members: (string | null)[]): Inventory => ({
  format,
  formatVersion: "1",
  root: part(root),
  members: members.map(part),
  components: [],
  edges: new Int32Array(0),
  shape: "graph",
  problems: [],
});

describe("what a workspace shows to be the company's own", () => {
  it.each([
    [
      "a scoped root and its members",
      "pnpm-lock",
      "pkg:npm/%40acme/shop@1",
      ["pkg:npm/%40acme/ui@2"],
      ["pkg:npm/%40acme/shop", "pkg:npm/%40acme/ui"],
    ],
    [
      "a member that could be published under a name without owner",
      "cargo-lock",
      null,
      ["pkg:cargo/Acme_Core@1"],
      ["pkg:cargo/acme-core"],
    ],
    ["not a member that no registry holds", "pnpm-lock", null, [null], []],
    ["not a root whose name somebody else may bear", "npm-lock", "pkg:npm/shop@1", [], []],
    [
      "not an application of an SBOM whose name somebody else may bear",
      "cyclonedx-json",
      null,
      ["pkg:npm/web@1"],
      [],
    ],
    [
      "an application of an SBOM with its owner in the name",
      "cyclonedx-json",
      "pkg:maven/org.acme/shop@1",
      ["pkg:npm/%40acme/web@1"],
      ["pkg:maven/org.acme/shop", "pkg:npm/%40acme/web"],
    ],
    [
      "a Go module, whatever the case of its path",
      "go-mod",
      "pkg:golang/github.com/Acme/Shop",
      [],
      ["pkg:golang/github.com/acme/shop"],
    ],
  ])("is %s", (_, format, root, members, own) => {
    expect([...ownPackages(inventory(format, root, ...members))].sort()).toEqual(own);
  });
});

describe("the company's own packages", () => {
  it.each([
    [["@acme/*"], [], "pkg:npm/%40acme/ui", true],
    [["@acme/*"], [], "pkg:npm/%40acmex/ui", false],
    [["*", "acme-*"], [], "pkg:npm/acme-ui", true],
    [["*"], [], "pkg:npm/acme-ui", false],
    [[], [], "pkg:npm/acme-ui", false],
    [["@acme/*"], [], "unidentified:@acme/ui", false],
    [[], ["pkg:npm/%40acme/ui"], "pkg:npm/%40acme/ui", true],
    [["@acme/*"], ["pkg:npm/%40acme/ui"], "pkg:npm/%40other/ui", false],
    [[], ["pkg:golang/github.com/acme/shop"], "pkg:golang/github.com/Acme/Shop", true],
  ])("by patterns %j and members %j, %s: %s", (patterns, members, purl, own) => {
    expect(firstPartyTest({ patterns, own: new Set(members) })(purl)).toBe(own);
  });
});
