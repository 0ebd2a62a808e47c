import type { ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { buildInventory, noNeeds } from "../../graph/index.ts";
import type { JsonObject } from "../../json/index.ts";
import { asArray, asString, isObject, parseJson } from "../../json/index.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { copiesOf } from "./copies.ts";
import { describedBy } from "./described.ts";
import { readPackages } from "./packages.ts";
import { readRelationships } from "./relationships.ts";

const versions: ReadonlySet<string> = new Set(["SPDX-2.2", "SPDX-2.3"]);

export function parseSpdx(file: InventoryFile): ParseResult {
  const json = parseJson(file.text);
  if (json.kind === "refused") return json;
  const document = json.value;
  if (!isObject(document))
    return refuse("unknown-format", "The file is no SPDX document: it is no JSON object.", null);
  const version = asString(document["spdxVersion"]) ?? spdx3Version(document);
  if (version === null) {
    return refuse(
      "unknown-format",
      'The file is no SPDX document: "spdxVersion" is missing.',
      "/spdxVersion",
    );
  }
  if (!versions.has(version)) {
    return refuse(
      "unsupported-version",
      `${version.slice(0, 40)} is not read; SPDX-2.2 and SPDX-2.3 in JSON are.`,
      "/spdxVersion",
    );
  }
  return readDocument(document, version, json.replacedCharacters);
}

/** SPDX 3 states its version in the creation information inside the graph, or else only in the address of its context. */
function spdx3Version(document: JsonObject): string | null {
  if (document["@context"] === undefined || document["@graph"] === undefined) return null;
  for (const element of asArray(document["@graph"])) {
    const stated = isObject(element) ? asString(element["specVersion"]) : null;
    if (stated !== null) return `SPDX-${stated}`;
  }
  return "SPDX-3";
}

function readDocument(document: JsonObject, version: string, replacedCharacters: number): ParseResult {
  const problems = collectProblems();
  if (replacedCharacters > 0) {
    const message = `${replacedCharacters} characters that no database can store were replaced by U+FFFD`;
    problems.add("warning", "replaced-characters", message, null);
  }
  const about = { described: describedBy(document), copies: copiesOf(document) };
  const packages = readPackages(document["packages"], about, problems);
  const needs = noNeeds();
  readRelationships(document["relationships"], packages, needs, problems);
  const graph = { drafts: packages.drafts, needs, root: packages.root, image: packages.image };
  const format = { name: "spdx-json", version: version.replace("SPDX-", "") };
  return { kind: "inventory", inventory: buildInventory(graph, format, problems) };
}
