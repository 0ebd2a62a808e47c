import type { JsonObject } from "../../json/index.ts";
import { asArray, asObject, asString, isObject } from "../../json/index.ts";
import { fundingAddress } from "../../evidence/index.ts";

const nothing: readonly string[] = [];

/** The address of the first version-control reference, unchanged. */
export function repositoryOf(component: JsonObject): string | null {
  for (const reference of asArray(component["externalReferences"])) {
    if (isObject(reference) && reference["type"] === "vcs") {
      const url = asString(reference["url"]);
      if (url !== null) return url;
    }
  }
  return null;
}

/** SPDX ids, names or expressions; an id is preferred to the name that stands beside it. */
export function licensesOf(component: JsonObject): readonly string[] {
  const choices = asArray(component["licenses"]);
  if (choices.length === 0) return nothing;
  const [only] = choices;
  if (choices.length === 1) {
    const text = licenseOf(only);
    return text === null ? nothing : [text];
  }
  const licenses = new Set<string>();
  for (const choice of choices) {
    const text = licenseOf(choice);
    if (text !== null) licenses.add(text);
  }
  return [...licenses];
}

function licenseOf(choice: unknown): string | null {
  if (!isObject(choice)) return null;
  const license = asObject(choice["license"]);
  return asString(choice["expression"]) ?? asString(license?.["id"]) ?? asString(license?.["name"]);
}

/**
 * CycloneDX has no reference type for funding (formats.md, section 8). A `support` or `other` reference counts where its
 * comment says funding or its address is of a place that does nothing else; a help desk is no way to pay anybody.
 */
export function fundingOf(component: JsonObject): readonly string[] {
  const references = asArray(component["externalReferences"]);
  let funding: string[] | null = null;
  for (const reference of references) {
    if (!isObject(reference) || (reference["type"] !== "support" && reference["type"] !== "other")) continue;
    const url = asString(reference["url"]);
    if (url === null || !fundingAddress(url, asString(reference["comment"]))) continue;
    funding ??= [];
    if (!funding.includes(url)) funding.push(url);
  }
  return funding ?? nothing;
}
