import type { JsonObject } from "../../json/index.ts";
import { asString, isObject } from "../../json/index.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import type { ProblemList } from "../../problems.ts";
import type { Install, InstallTree, OwnFolder } from "./schema.ts";
import { OWN_CODE } from "./schema.ts";
import { isOwnFolder } from "./source.ts";

const MODULES = "node_modules/";

/** Reads `packages` of versions 2 and 3: one entry for each folder, keyed by its path from the root. */
export function treeOfPackages(packages: JsonObject, problems: ProblemList): InstallTree {
  const components: Install[] = [];
  const links: Install[] = [];
  const members: OwnFolder[] = [];
  let root: OwnFolder | null = null;
  for (const path of Object.keys(packages)) {
    const entry = packages[path];
    if (!isObject(entry)) {
      problems.add(
        "warning",
        "entry-not-an-object",
        `The entry of ${path} is not an object and was left out.`,
        `/packages${pointerStep(path)}`,
      );
      continue;
    }
    const modules = path.lastIndexOf(MODULES);
    if (entry["extraneous"] === true) {
      problems.add(
        "info",
        "extraneous",
        `${path} is marked as needed by nobody and was left out, as npm would remove it.`,
        `/packages${pointerStep(path)}`,
      );
    } else if (path === "") root = { path, entry };
    else if (modules === -1) members.push({ path, entry });
    else if (entry["link"] === true) links.push(linked(path, modules, entry, packages, problems));
    else if (isOwnFolder(entry)) {
      links.push(installed(path, modules, entry, OWN_CODE));
      members.push({ path, entry });
    } else components.push(installed(path, modules, entry, components.length));
  }
  return { components, links: resolvedLinks(links, components), root, members };
}

function installed(path: string, modules: number, entry: JsonObject, target: number): Install {
  const holder = modules === 0 ? "" : path.slice(0, modules - 1);
  return { path, holder, folder: path.slice(modules + MODULES.length), entry, target };
}

function linked(
  path: string,
  modules: number,
  entry: JsonObject,
  packages: JsonObject,
  problems: ProblemList,
): Install {
  const to = asString(entry["resolved"]);
  if (to === null || !Object.hasOwn(packages, to)) {
    problems.add(
      "info",
      "link-without-target",
      `${path} links to ${to ?? "nothing"}, of which the file holds no entry; it counts as own code.`,
      `/packages${pointerStep(path)}`,
    );
  }
  return installed(path, modules, entry, OWN_CODE);
}

/** A link into node_modules (the linked install strategy) leads to a component, every other one to own code. */
function resolvedLinks(links: readonly Install[], components: readonly Install[]): readonly Install[] {
  if (!links.some((link) => asString(link.entry["resolved"])?.includes(MODULES) === true)) return links;
  const byPath = new Map(components.map((component) => [component.path, component.target]));
  return links.map((link) => ({
    ...link,
    target: byPath.get(asString(link.entry["resolved"]) ?? "") ?? link.target,
  }));
}
