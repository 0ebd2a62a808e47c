import type { InventoryRoot } from "@headwater/domain/usage";
import { npmMember } from "../../lockfile/npm-member.ts";
import type { ProblemList } from "../../problems.ts";
import type { Lock } from "./schema.ts";

/**
 * The importers but for the root. The lockfile knows them by their folders; what they are called say their manifests, else
 * whoever needs one as `link:` to its folder.
 */
export function membersOf(
  { importers }: Lock,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): readonly InventoryRoot[] {
  const names = linkedNames(importers);
  return importers.flatMap(({ path }) =>
    path === "."
      ? []
      : [npmMember({ ref: path, name: names.get(path) ?? null, version: null }, beside, problems)],
  );
}

/** Folder → the name under which other importers link it; the first in the order of names, should they differ. */
function linkedNames(importers: Lock["importers"]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { path, references } of importers) {
    for (const ofKind of Object.values(references)) {
      for (const [name, reference] of ofKind ?? []) {
        if (!reference.startsWith("link:")) continue;
        const folder = folderFrom(path, reference.slice("link:".length));
        const known = names.get(folder);
        if (known === undefined || name < known) names.set(folder, name);
      }
    }
  }
  return names;
}

/** `../../libs/dal` as seen from `apps/api` is `libs/dal`. What leads out of the workspace is no importer's path. */
function folderFrom(folder: string, link: string): string {
  const steps = folder === "." ? [] : folder.split("/");
  for (const step of link.split("/")) {
    if (step === "..") {
      if (steps.length === 0 || steps.at(-1) === "..") steps.push("..");
      else steps.pop();
    } else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.length === 0 ? "." : steps.join("/");
}
