import type { ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { buildInventory, noNeeds } from "../../graph/index.ts";
import type { JsonObject } from "../../json/index.ts";
import { asString, isObject, parseJson } from "../../json/index.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { readComponents } from "./components.ts";
import { readNeeds } from "./dependencies.ts";

const versions: ReadonlySet<string> = new Set(["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]);

export function parseCycloneDx(file: InventoryFile): ParseResult {
  const json = parseJson(file.text);
  if (json.kind === "refused") return json;
  const bom = json.value;
  if (!isObject(bom) || bom["bomFormat"] !== "CycloneDX") {
    return refuse(
      "unknown-format",
      'The file is no CycloneDX document: "bomFormat" is not "CycloneDX".',
      "/bomFormat",
    );
  }
  const version = asString(bom["specVersion"]);
  if (version === null || !versions.has(version)) {
    const stated = version ?? "without a version";
    return refuse("unsupported-version", `CycloneDX ${stated} is not read; 1.2 to 1.7 are.`, "/specVersion");
  }
  return readBom(bom, version, json.replacedCharacters);
}

function readBom(bom: JsonObject, version: string, replacedCharacters: number): ParseResult {
  const problems = collectProblems();
  if (replacedCharacters > 0) {
    const message = `${replacedCharacters} characters that no database can store were replaced by U+FFFD`;
    problems.add("warning", "replaced-characters", message, null);
  }
  const elements = readComponents(bom, problems);
  const needs = noNeeds();
  readNeeds(bom["dependencies"], elements, needs, problems);
  const graph = { drafts: elements.drafts, needs, root: elements.root, image: elements.image };
  return {
    kind: "inventory",
    inventory: buildInventory(graph, { name: "cyclonedx-json", version }, problems),
  };
}
