import type { DraftNeeds } from "../../graph/index.ts";
import { addNeed } from "../../graph/index.ts";
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
  const entries = asArray(list);
  let from: number | undefined;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
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
    from = indexOfNext(ref, (from ?? -1) + 1, elements);
    const dependsOn = asArray(entry["dependsOn"]);
    if (from !== undefined) readEntry(from, dependsOn, index, { elements, needs, problems });
    // Services and what stands in other documents are referred to as well; only their needs would be missed.
    else if (dependsOn.length > 0) {
      problems.add(
        "warning",
        "unknown-ref",
        `No element bears the bom-ref ${shown(ref)}.`,
        `/dependencies/${index}`,
      );
    }
  }
}

/** Most documents list the dependencies in the order of their elements, so that the next one is tried before it is looked up. */
function indexOfNext(ref: string, next: number, elements: Elements): number | undefined {
  const { drafts, indexOf, refsAreStated } = elements;
  return refsAreStated && drafts[next]?.ref === ref ? next : indexOf.get(ref);
}

interface Reading {
  readonly elements: Elements;
  readonly needs: DraftNeeds;
  readonly problems: ProblemList;
}

function readEntry(
  from: number,
  dependsOn: readonly unknown[],
  index: number,
  { elements, needs, problems }: Reading,
): void {
  for (let at = 0; at < dependsOn.length; at += 1) {
    const needed = dependsOn[at];
    const to = typeof needed === "string" ? elements.indexOf.get(needed) : undefined;
    if (to === undefined) addUnresolved(problems, needed, index, at);
    else addNeed(needs, from, to, null);
  }
}

function addUnresolved(problems: ProblemList, needed: unknown, index: number, at: number): void {
  problems.addOfMany("warning", "unresolved-dependency", () => ({
    message: `No element bears the bom-ref ${shown(needed)}.`,
    where: `/dependencies/${index}/dependsOn/${at}`,
  }));
}

function shown(ref: unknown): string {
  return typeof ref === "string" ? JSON.stringify(ref.slice(0, 100)) : typeof ref;
}
