import type { JsonObject } from "../../json/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";

const documentId = "SPDXRef-DOCUMENT";

/**
 * The SPDX identifier of the one element that the document describes, or null. A document that describes several things
 * describes an inventory: then they are its components, and nothing in it is known to be the company's own.
 */
export function describedBy(document: JsonObject): string | null {
  const self = asString(document["SPDXID"]) ?? documentId;
  const described = new Set<string>();
  for (const id of asArray(document["documentDescribes"])) if (typeof id === "string") described.add(id);
  for (const relationship of asArray(document["relationships"])) {
    if (!isObject(relationship)) continue;
    const type = relationship["relationshipType"];
    const from = asString(relationship["spdxElementId"]);
    const to = asString(relationship["relatedSpdxElement"]);
    // DESCRIBE without its last letter is what Trivy wrote for a while.
    if ((type === "DESCRIBES" || type === "DESCRIBE") && from === self && to !== null) described.add(to);
    if (type === "DESCRIBED_BY" && to === self && from !== null) described.add(from);
  }
  described.delete(self);
  const [only = null] = described;
  return described.size === 1 ? only : null;
}
