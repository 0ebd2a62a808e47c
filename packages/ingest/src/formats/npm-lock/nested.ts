import type { JsonObject } from "../../json/index.ts";
import { asString, isObject } from "../../json/index.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import type { ProblemList } from "../../problems.ts";
import { entryOf } from "./entry.ts";
import type { Install, InstallTree, OwnFolder } from "./schema.ts";
import { OWN_CODE } from "./schema.ts";
import { isOwnFolder } from "./source.ts";

interface Level {
  readonly holder: string;
  readonly pointer: string;
  readonly dependencies: JsonObject;
}

/** Reads the nested `dependencies` of version 1. `root` is the manifest beside the file, which alone knows what is direct. */
export function treeOfNested(
  dependencies: JsonObject,
  root: OwnFolder | null,
  problems: ProblemList,
): InstallTree {
  const components: Install[] = [];
  const links: Install[] = [];
  const members: OwnFolder[] = [];
  const levels: Level[] = [{ holder: "", pointer: "/dependencies", dependencies }];
  for (const level of levels) {
    for (const folder of Object.keys(level.dependencies)) {
      const nested = level.dependencies[folder];
      const pointer = level.pointer + pointerStep(folder);
      if (!isObject(nested)) {
        problems.add(
          "warning",
          "entry-not-an-object",
          `The entry of ${folder} is not an object and was left out.`,
          pointer,
        );
        continue;
      }
      const path = level.holder === "" ? `node_modules/${folder}` : `${level.holder}/node_modules/${folder}`;
      const entry = entryOf(inShapeOfPackages(nested));
      const own = isOwnFolder(entry);
      const install = {
        path,
        holder: level.holder,
        folder,
        entry,
        target: own ? OWN_CODE : components.length,
      };
      if (own) members.push({ path, entry });
      (own ? links : components).push(install);
      const below = nested["dependencies"];
      if (isObject(below))
        levels.push({ holder: path, pointer: `${pointer}/dependencies`, dependencies: below });
    }
  }
  return { components, links, root, members };
}

/** The entry as version 2 would write it: what is no version number moves to `resolved` or to `name`. */
function inShapeOfPackages(nested: JsonObject): JsonObject {
  const { version, resolved, requires, dev, optional, bundled } = nested;
  const flags = { dev, optional, inBundle: bundled, dependencies: requires };
  const stated = asString(version);
  if (stated === null || !stated.includes(":")) return { ...flags, version, resolved };
  if (!stated.startsWith("npm:")) return { ...flags, resolved: stated };
  const at = stated.lastIndexOf("@");
  if (at <= "npm:".length) return { ...flags, name: stated.slice("npm:".length), resolved };
  return { ...flags, name: stated.slice("npm:".length, at), version: stated.slice(at + 1), resolved };
}
