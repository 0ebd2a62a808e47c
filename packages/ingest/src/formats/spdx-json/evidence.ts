import type { JsonObject } from "../../json/index.ts";
import { asString } from "../../json/index.ts";

/** A text that says something: NOASSERTION and NONE are how SPDX says that there is nothing to say. */
export function statedText(value: unknown): string | null {
  const text = asString(value);
  return text === "NOASSERTION" || text === "NONE" ? null : text;
}

/**
 * The download location where it names a version-control system (SPDX 2.3, section 7.7: `git+https://…`, `git://…`);
 * an address of a tarball or a home page is no repository.
 */
export function repositoryOf(entry: JsonObject): string | null {
  const location = statedText(entry["downloadLocation"]);
  return location !== null && /^(?:(?:git|hg|svn|bzr)\+|git:)/.test(location) ? location : null;
}

/** What the package declares, or else what somebody concluded: one expression. */
export function licensesOf(entry: JsonObject): readonly string[] {
  const license = statedText(entry["licenseDeclared"]) ?? statedText(entry["licenseConcluded"]);
  return license === null ? nothing : [license];
}

const nothing: readonly string[] = [];
