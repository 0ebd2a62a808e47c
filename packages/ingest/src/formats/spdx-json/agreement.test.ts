import { describe, expect, it } from "vitest";
import { parseInventory } from "../../index.ts";
import { asArray, asObject, asString } from "../../json/index.ts";
import { corpusBytes, corpusFolder, corpusJson } from "../../testing/corpus.ts";

const parse = (path: string) => parseInventory({ path, bytes: corpusBytes(path) });
const read = (path: string) => {
  const result = parse(path);
  if (result.kind === "refused") throw new Error(`${path}: ${result.refusal.message}`);
  return result.inventory;
};
const inOrder = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join(" ")).toSorted((a, b) => (a < b ? -1 : 1));
const textOf = (value: unknown, key: string) => asString(asObject(value)?.[key]) ?? "";

describe.skipIf(corpusFolder === null)("SPDX documents agree", () => {
  it.each([
    "sbom.spdx.json",
    "minimal.spdx.json",
    "descendant_of.spdx.json",
    "multi_descendant.spdx.json",
    "independent_packages_descendant.spdx.json",
    "external_refs.spdx.json",
    "overlapping_refs.spdx.json",
  ])("with osv-scalibr on %s", (name) => {
    const [example] = asArray(asObject(corpusJson(`sbom/scalibr/${name}.expected.json`))?.["cases"]);
    const expected = asArray(asObject(example)?.["packages"]).map((each) => [
      textOf(each, "spdx_id"),
      textOf(each, "version"),
      textOf(each, "purl_type"),
    ]);
    const ours = read(`sbom/scalibr/${name}`).components.map(({ ref, version, purl }) => [
      ref.replace("SPDXRef-", ""),
      version ?? "",
      purl?.slice(4, purl.indexOf("/")) ?? "",
    ]);
    expect(inOrder(ours)).toEqual(inOrder(expected));
  });

  it("with protobom on an image of several architectures", () => {
    const name = "sbom/protobom-conformance/spdx/2.3/json/bom-v0.4.1_cirros-0.4.0.spdx.json";
    const golden = asObject(corpusJson(`${name}.expected.json`));
    const roots = asArray(golden?.["roots"]);
    const expected = asArray(golden?.["packages"])
      .map((each) => textOf(each, "id"))
      .filter((id) => !roots.includes(id));
    const inventory = read(name);
    expect(new Set(inventory.components.map(({ ref }) => ref.replace("SPDXRef-", "")))).toEqual(
      new Set(expected),
    );
    expect([inventory.root?.ref.replace("SPDXRef-", "")]).toEqual(roots);
  });

  it("with trustify on a document that contains everything in its root", () => {
    const inventory = read("sbom/trustify/quarkus-bom-2.13.8.Final-redhat-00004.json");
    expect(`${inventory.root?.name?.replace(/^.*:/, "")} ${inventory.root?.version}`).toBe(
      "quarkus-bom 2.13.8.Final-redhat-00004",
    );
    expect(inventory).toMatchObject({ shape: "list", components: { length: 879 } });
  });

  it.each([
    ["github-dependency-graph/octobox_octobox.spdx.json", "list", 178],
    ["bom-shelter-in-the-wild/powershell.spdx.json", "list", 330],
    ["bom-shelter-same-image/airbyte_init__daa91fe6b592/syft.spdx.json", "flat", 15],
    ["bom-shelter-same-image/airbyte_init__daa91fe6b592/trivy.spdx.json", "flat", 14],
    ["guac/alpine-small-spdx.json", "flat", 3],
  ])("with what was counted by hand in %s", (name, shape, components) => {
    const inventory = read(`sbom/${name}`);
    expect([inventory.shape, inventory.components.length]).toEqual([shape, components]);
  });

  it.each([
    ["syft-format/spdxjson/identify/3.0.json", "unsupported-version"],
    ["sbomqs/perl-Mojolicious.spdx.json", "unsupported-version"],
    ["spdx-examples/software/example7/spdx3.0/example7-bin.spdx3.json", "unsupported-version"],
    ["spdx-tools-java/SPDXXMLExample-v2.3.spdx.xml", "unknown-format"],
    ["spdx-tools-java/SPDXTagExample-v2.3.spdx", "unknown-format"],
    ["spdx-tools-java/SPDXYAMLExample-2.3.spdx.yaml", "unknown-format"],
    ["scalibr/sbom.spdx.rdf", "unknown-format"],
  ])("that %s is not for this reader (%s)", (name, code) => {
    expect(parse(`sbom/${name}`)).toMatchObject({ kind: "refused", refusal: { code } });
  });
});
