import { describe, expect, it } from "vitest";
import { parseInventory } from "../../index.ts";
import { corpusBytes, corpusFolder, corpusJson } from "../../testing/corpus.ts";
import { asArray, asObject, asString } from "../../json/index.ts";

const parse = (path: string) => parseInventory({ path, bytes: corpusBytes(path) });
const read = (path: string) => {
  const result = parse(path);
  if (result.kind === "refused") throw new Error(`${path}: ${result.refusal.message}`);
  return result.inventory;
};
const inOrder = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join(" ")).toSorted((a, b) => (a < b ? -1 : 1));
const textOf = (value: unknown, key: string) => asString(asObject(value)?.[key]) ?? "";

describe.skipIf(corpusFolder === null)("CycloneDX documents agree", () => {
  it.each(["sbom.cdx.json", "sbom-with-nested-comps.cdx.json", "sbom-with-locations.cdx.json"])(
    "with osv-scalibr on %s",
    (name) => {
      const [example] = asArray(asObject(corpusJson(`sbom/scalibr/${name}.expected.json`))?.["cases"]);
      const expected = asArray(asObject(example)?.["packages"]).map((each) => [
        textOf(each, "name"),
        textOf(each, "version"),
        textOf(each, "purl_type"),
      ]);
      const ours = read(`sbom/scalibr/${name}`).components.map(({ name: ourName, version, purl }) => [
        ourName,
        version ?? "",
        purl?.slice(4, purl.indexOf("/")) ?? "",
      ]);
      expect(expected.length).toBeGreaterThan(0);
      expect(inOrder(ours)).toEqual(inOrder(expected));
    },
  );

  it("with osv-scalibr that a file without a document is refused", () => {
    expect(parse("sbom/scalibr/invalid_sbom.cdxjson")).toMatchObject({
      kind: "refused",
      refusal: { code: "invalid-json" },
    });
  });

  it.each(["1.4/json/bom-1.4.json", "1.5/json/bom-1.5.json"])("with protobom on %s", (name) => {
    const golden = asObject(corpusJson(`sbom/protobom-conformance/cyclonedx/${name}.expected.json`));
    const inventory = read(`sbom/protobom-conformance/cyclonedx/${name}`);
    const [root] = asArray(golden?.["roots"]);
    const expected = asArray(golden?.["packages"]).filter((each) => textOf(each, "id") !== root);
    expect(inventory.components.map(({ version }) => version)).toEqual(
      expected.map((each) => textOf(each, "version")),
    );
    expect(inventory.components.map(({ purl }) => purl ?? "")).toEqual(
      expected.map((each) => textOf(asObject(each)?.["identifiers"], "purl")),
    );
    expect(inventory.problems.map(({ code }) => code)).toEqual(["self-dependency", "list"]);
  });

  it.each(["zookeeper-3.9.2-cyclonedx.json", "cyclonedx/simple_1dot6.json"])(
    "with trustify on %s",
    (name) => {
      const stated = asObject(
        asObject(asObject(corpusJson("sbom/trustify/expected.json"))?.["files"])?.[name],
      );
      const inventory = read(`sbom/trustify/${name}`);
      expect(inventory.components.length + 1).toBe(stated?.["packages_total"]);
      const rootName = inventory.root?.name?.replace(/^.*:/, "");
      expect(textOf(stated, "root")).toBe(`${rootName} ${inventory.root?.version ?? "(no version)"}`);
    },
  );

  const validity =
    corpusFolder === null
      ? {}
      : asObject(asObject(corpusJson("sbom/cyclonedx-spec/expected-validity.json"))?.["files"]);
  const documents = Object.entries(validity ?? {}).filter(([name]) => name.endsWith(".json"));

  it("with the specification on every valid document", () => {
    const valid = documents.filter(([, verdict]) => verdict === "valid").map(([name]) => name);
    expect(valid.length).toBeGreaterThan(60);
    expect(valid.filter((name) => parse(`sbom/cyclonedx-spec/${name}`).kind === "refused")).toEqual([]);
  });

  it("with the specification on every invalid document whose fault changes what it says", () => {
    const invalid = documents.filter(([, verdict]) => verdict === "invalid").map(([name]) => name);
    const noticed = invalid.map(
      (name) => [name, faultOf(name), seen(`sbom/cyclonedx-spec/${name}`)] as const,
    );
    const expected = noticed.map(([name, fault]) => [name, fault, codeOfFault.get(fault) ?? null]);
    expect(invalid.length).toBeGreaterThan(60);
    expect(
      noticed.map(([name, fault, codes]) => [
        name,
        fault,
        codes.find((code) => code === codeOfFault.get(fault)) ?? null,
      ]),
    ).toEqual(expected);
  });
});

const codeOfFault: ReadonlyMap<string, string> = new Map([
  ["bomformat", "unknown-format"],
  ["component-ref", "duplicate-ref"],
  ["component-type", "unknown-component-type"],
  ["missing-component-type", "unknown-component-type"],
  ["dependency", "invalid-dependency"],
  ["empty-component", "invalid-component"],
  ["scope", "unknown-scope"],
]);

function faultOf(name: string): string {
  return /invalid-(.*)-\d\.\d\.json$/.exec(name)?.[1] ?? "";
}

function seen(path: string): readonly string[] {
  const result = parse(path);
  return result.kind === "refused"
    ? [result.refusal.code]
    : result.inventory.problems.map(({ code }) => code);
}
