import type { Scope } from "@headwater/domain/usage";
import type { DraftNeeds } from "../../graph/index.ts";
import { addNeed } from "../../graph/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";
import type { ProblemList } from "../../problems.ts";
import type { Packages } from "./packages.ts";

interface Need {
  /** Which side of "A type B" needs the other. */
  readonly needing: "first" | "second";
  readonly scope: Scope | null;
}

/** The relationships of SPDX 2.3 (section 11.1) that say that one element needs another. "A type B": A is the first. */
const needsByType: ReadonlyMap<string, Need> = new Map<string, Need>([
  ["DEPENDS_ON", { needing: "first", scope: null }],
  ["HAS_PREREQUISITE", { needing: "first", scope: null }],
  ["DYNAMIC_LINK", { needing: "first", scope: null }],
  ["STATIC_LINK", { needing: "first", scope: null }],
  ["DEPENDENCY_OF", { needing: "second", scope: null }],
  ["RUNTIME_DEPENDENCY_OF", { needing: "second", scope: null }],
  ["PREREQUISITE_FOR", { needing: "second", scope: null }],
  ["OPTIONAL_DEPENDENCY_OF", { needing: "second", scope: "optional" }],
  ["OPTIONAL_COMPONENT_OF", { needing: "second", scope: "optional" }],
  // Provided by the environment at run time: the software runs on it all the same.
  ["PROVIDED_DEPENDENCY_OF", { needing: "second", scope: null }],
  ["BUILD_DEPENDENCY_OF", { needing: "second", scope: "build" }],
  ["BUILD_TOOL_OF", { needing: "second", scope: "build" }],
  ["DEV_DEPENDENCY_OF", { needing: "second", scope: "dev" }],
  ["DEV_TOOL_OF", { needing: "second", scope: "dev" }],
  ["TEST_DEPENDENCY_OF", { needing: "second", scope: "test" }],
  ["TEST_TOOL_OF", { needing: "second", scope: "test" }],
]);

/**
 * CONTAINS, CONTAINED_BY, PACKAGE_OF and their like say what is packed in what, DEPENDENCY_MANIFEST_OF that a file lists
 * the needs of a package, GENERATED_FROM where something came from: none of them says that one element needs another.
 */
export function readRelationships(
  list: unknown,
  packages: Packages,
  needs: DraftNeeds,
  problems: ProblemList,
): void {
  for (const [index, entry] of asArray(list).entries()) {
    const where = `/relationships/${index}`;
    const type = isObject(entry) ? asString(entry["relationshipType"]) : null;
    if (!isObject(entry) || type === null) {
      problems.add(
        "warning",
        "invalid-relationship",
        "This relationship has no type and was left out.",
        where,
      );
      continue;
    }
    const need = needsByType.get(type);
    if (need === undefined) continue;
    const first = indexOf(entry["spdxElementId"], packages);
    const second = indexOf(entry["relatedSpdxElement"], packages);
    if (first === undefined || second === undefined) {
      const id = first === undefined ? entry["spdxElementId"] : entry["relatedSpdxElement"];
      if (id === "NONE" || id === "NOASSERTION") continue;
      problems.addOfMany("warning", "unresolved-dependency", () => ({
        message: `No package bears the SPDXID ${shown(id)}.`,
        where,
      }));
      continue;
    }
    if (need.needing === "first") addNeed(needs, first, second, need.scope);
    else addNeed(needs, second, first, need.scope);
  }
}

function indexOf(id: unknown, packages: Packages): number | undefined {
  return typeof id === "string" ? packages.indexOf.get(id) : undefined;
}

function shown(id: unknown): string {
  return typeof id === "string" ? JSON.stringify(id.slice(0, 100)) : typeof id;
}
