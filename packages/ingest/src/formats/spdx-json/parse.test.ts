import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSpdx } from "./parse.ts";

const parse = (text: string) => parseSpdx({ path: "sbom.spdx.json", text, beside: new Map() });
const read = (document: object) => {
  const result = parse(JSON.stringify({ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT", ...document }));
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
};
const fixture = (name: string) => {
  const result = parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"));
  if (result.kind === "refused") throw new Error(result.refusal.message);
  return result.inventory;
};
const npm = (id: string, rest: object = {}) => ({
  SPDXID: id,
  name: id,
  versionInfo: "1",
  externalRefs: [
    { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: `pkg:npm/${id}@1` },
  ],
  ...rest,
});
const relation = (text: string) => {
  const [spdxElementId, relationshipType, relatedSpdxElement] = text.split(" ");
  return { spdxElementId, relationshipType, relatedSpdxElement };
};
const described = "SPDXRef-DOCUMENT DESCRIBES root";
const edgesOf = ({ components, edges }: ReturnType<typeof read>) =>
  Array.from({ length: edges.length / 2 }, (_, at) =>
    [edges[at * 2] ?? 0, edges[at * 2 + 1] ?? 0].map((index) => components[index]?.ref ?? "root").join(">"),
  );
const documentOf = (...relations: readonly string[]) =>
  read({
    packages: [{ SPDXID: "root", name: "shop" }, npm("a"), npm("b"), npm("c")],
    relationships: [described, ...relations].map(relation),
  });

describe("an SPDX relationship", () => {
  it.each([
    ["a DEPENDS_ON b", "a>b", "runtime"],
    ["a DEPENDENCY_OF b", "b>a", "runtime"],
    ["a RUNTIME_DEPENDENCY_OF b", "b>a", "runtime"],
    ["a PROVIDED_DEPENDENCY_OF b", "b>a", "runtime"],
    ["a DEV_DEPENDENCY_OF b", "b>a", "dev"],
    ["a DEV_TOOL_OF b", "b>a", "dev"],
    ["a BUILD_DEPENDENCY_OF b", "b>a", "build"],
    ["a BUILD_TOOL_OF b", "b>a", "build"],
    ["a TEST_DEPENDENCY_OF b", "b>a", "test"],
    ["a OPTIONAL_DEPENDENCY_OF b", "b>a", "optional"],
    ["a PREREQUISITE_FOR b", "b>a", "runtime"],
    ["a HAS_PREREQUISITE b", "a>b", "runtime"],
    ["a STATIC_LINK b", "a>b", "runtime"],
    ["a DYNAMIC_LINK b", "a>b", "runtime"],
  ])("%s is the need %s (%s)", (text, edge, scope) => {
    const inventory = documentOf(text);
    expect(edgesOf(inventory)).toEqual([edge]);
    expect(inventory.components.find(({ ref }) => ref === edge.slice(-1))?.scope).toBe(scope);
  });

  it.each([
    "a CONTAINS b",
    "b CONTAINED_BY a",
    "a GENERATED_FROM b",
    "a DEPENDENCY_MANIFEST_OF b",
    "a VARIANT_OF b",
    "a OTHER b",
  ])("%s is no need", (text) => {
    expect(documentOf(text)).toMatchObject({ shape: "list", edges: new Int32Array() });
  });

  it("of the root declares the scope of what is direct, and reach gives it to what lies below", () => {
    const inventory = documentOf("a DEV_DEPENDENCY_OF root", "root DEPENDS_ON b", "a DEPENDS_ON c");
    expect(inventory.shape).toBe("graph");
    expect(
      inventory.components.map(({ ref, direct, declaredScope, scope }) => [
        ref,
        direct,
        declaredScope,
        scope,
      ]),
    ).toEqual([
      ["a", true, "dev", "dev"],
      ["b", true, "runtime", "runtime"],
      ["c", false, null, "dev"],
    ]);
  });

  it("to something that is not in the file is named", () => {
    expect(documentOf("a DEPENDS_ON ghost", "a DEPENDS_ON NOASSERTION").problems).toMatchObject([
      { code: "unresolved-dependency", where: "/relationships/1" },
      { code: "list" },
    ]);
  });
});

describe("what an SPDX document describes", () => {
  it.each([
    ["a relationship", { relationships: [relation(described)] }],
    ["its inverse", { relationships: [relation("root DESCRIBED_BY SPDXRef-DOCUMENT")] }],
    ["the list that 2.2 had", { documentDescribes: ["root"] }],
  ])("is the root, by %s", (_, rest) => {
    const inventory = read({
      packages: [{ SPDXID: "root", name: "shop", versionInfo: "3" }, npm("a")],
      ...rest,
    });
    expect(inventory.root).toEqual({ ref: "root", name: "shop", version: "3", purl: null });
    expect(inventory.components.map(({ ref }) => ref)).toEqual(["a"]);
  });

  it("is an inventory without root where it is several things", () => {
    const inventory = fixture("example7-third-party-modules.spdx.json");
    expect(inventory.root).toBeNull();
    expect(inventory.components).toHaveLength(3);
  });

  it("makes the file flat if it is an image", () => {
    const deb = {
      SPDXID: "d",
      name: "curl",
      externalRefs: [
        {
          referenceCategory: "PACKAGE_MANAGER",
          referenceType: "purl",
          referenceLocator: "pkg:deb/debian/curl@8",
        },
      ],
    };
    const packages = [
      { SPDXID: "root", name: "image", primaryPackagePurpose: "CONTAINER" },
      deb,
      npm("a"),
      npm("b"),
    ];
    expect(read({ packages, relationships: [relation(described)] }).shape).toBe("flat");
  });
});

describe("an SPDX package", () => {
  it("states purl, repository and licence, and NOASSERTION states nothing", () => {
    const inventory = read({
      packages: [
        npm("a", {
          downloadLocation: "git+https://github.com/a/a.git@v1",
          licenseDeclared: "NOASSERTION",
          licenseConcluded: "MIT",
        }),
        npm("b", { downloadLocation: "https://example.org/b.tgz", licenseDeclared: "NONE" }),
        { SPDXID: "c", name: "c", versionInfo: "NOASSERTION", downloadLocation: "NOASSERTION" },
      ],
    });
    expect(
      inventory.components.map(({ purl, version, repository, licenses }) => [
        purl,
        version,
        repository,
        licenses,
      ]),
    ).toEqual([
      ["pkg:npm/a@1", "1", "git+https://github.com/a/a.git@v1", ["MIT"]],
      ["pkg:npm/b@1", "1", null, []],
      [null, null, null, []],
    ]);
  });

  it("that is a copy of another is that other one", () => {
    const inventory = fixture("descendant_of.spdx.json");
    expect(inventory.components.map(({ purl }) => purl)).toEqual(["pkg:maven/log4j/log4j@1.2.15"]);
    expect(inventory.problems.map(({ code }) => code)).toEqual(["copy", "list"]);
  });
});

describe("an SPDX document of another version", () => {
  it.each([["syft-3.0.spdx.json", "SPDX-3.0.1"]])(
    "%s is refused by the name of its version",
    (name, version) => {
      const result = parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"));
      expect(result).toMatchObject({
        kind: "refused",
        refusal: { code: "unsupported-version", message: expect.stringContaining(version) },
      });
    },
  );
});
