import type { JsonObject } from "../../json/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";

/**
 * Copies kept in one's own tree: "A DESCENDANT_OF B", where A bears no purl and B does. What is used is B, by another
 * path; A is left out and what is said of A holds for B. SPDX identifier of the copy → of what it is a copy of.
 */
export function copiesOf(document: JsonObject): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  for (const relationship of asArray(document["relationships"])) {
    if (!isObject(relationship) || relationship["relationshipType"] !== "DESCENDANT_OF") continue;
    const copy = asString(relationship["spdxElementId"]);
    const original = asString(relationship["relatedSpdxElement"]);
    if (copy !== null && original !== null) copies.set(copy, original);
  }
  if (copies.size === 0) return copies;
  const identified = identifiedPackages(document);
  for (const [copy, original] of copies) {
    if (identified.has(copy) || !identified.has(original)) copies.delete(copy);
  }
  return copies;
}

function identifiedPackages(document: JsonObject): ReadonlySet<string> {
  const identified = new Set<string>();
  for (const entry of asArray(document["packages"])) {
    const id = isObject(entry) ? asString(entry["SPDXID"]) : null;
    if (id === null || !isObject(entry)) continue;
    const references = asArray(entry["externalRefs"]);
    if (references.some((reference) => isObject(reference) && reference["referenceType"] === "purl"))
      identified.add(id);
  }
  return identified;
}
