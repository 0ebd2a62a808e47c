import type { DraftNeeds } from "../../graph/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";
import type { ProblemList } from "../../problems.ts";
import type { Elements } from "./components.ts";

/**
 * `dependencies[]`: who needs whom, by bom-ref. An entry without `dependsOn` says that its element needs nothing, or that
 * nobody knows. `provides` (1.6) says that an element implements a specification, which is no need.
 */
export function readNeeds(list: unknown, elements: Elements, needs: DraftNeeds, problems: ProblemList): void {
  if (list !== undefined && !Array.isArray(list)) {
    problems.add(
      "warning",
      "invalid-dependency",
      "The dependencies are no list and were left out.",
      "/dependencies",
    );
  }
  for (const [index, entry] of asArray(list).entries()) {
    const ref = isObject(entry) ? asString(entry["ref"]) : null;
    if (!isObject(entry) || ref === null) {
      problems.add(
        "warning",
        "invalid-dependency",
        "This dependency names nobody who needs it and was left out.",
        `/dependencies/${index}`,
      );
      continue;
    }
    readEntry(ref, asArray(entry["dependsOn"]), index, { elements, needs, problems });
  }
}

interface Reading {
  readonly elements: Elements;
  readonly needs: DraftNeeds;
  readonly problems: ProblemList;
}

function readEntry(
  ref: string,
  dependsOn: readonly unknown[],
  index: number,
  { elements, needs, problems }: Reading,
): void {
  const from = elements.indexOf.get(ref);
  if (from === undefined) {
    // Services and what stands in other documents are referred to as well; only their needs would be missed.
    if (dependsOn.length > 0)
      problems.add(
        "warning",
        "unknown-ref",
        `No element bears the bom-ref ${shown(ref)}.`,
        `/dependencies/${index}`,
      );
    return;
  }
  for (let at = 0; at < dependsOn.length; at += 1) {
    const needed = dependsOn[at];
    const to = typeof needed === "string" ? elements.indexOf.get(needed) : undefined;
    if (to === undefined) {
      problems.addOfMany("warning", "unresolved-dependency", () => ({
        message: `No element bears the bom-ref ${shown(needed)}.`,
        where: `/dependencies/${index}/dependsOn/${at}`,
      }));
      continue;
    }
    needs.add(from, to, null);
  }
}

function shown(ref: unknown): string {
  return typeof ref === "string" ? JSON.stringify(ref.slice(0, 100)) : typeof ref;
}
