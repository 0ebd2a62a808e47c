import { type Age, compareVersions } from "./age.ts";

/**
 * An earlier go.mod: without some of the modules, and others at an older version that the go.sum of the same commit lists
 * (`versions`, by module).
 */
export function earlierGoMod(
  text: string,
  age: Age,
  versions: Readonly<Record<string, readonly string[]>>,
): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const required = /^\t(\S+) (v\S+)((?: \/\/ indirect)?)$/.exec(line);
      if (required === null) return [line];
      const [, module = "", version = "", comment = ""] = required;
      if (!age.has(module)) return [];
      const older = (versions[module] ?? []).filter((one) => compareVersions(one, version) < 0);
      const last = older.toSorted(compareVersions).at(-1);
      return [last !== undefined && age.isOlder(module) ? `\t${module} ${last}${comment}` : line];
    })
    .join("\n");
}

/** The versions of each module that a go.sum lists, of those that the go.mod requires. */
export function versionsInGoSum(goMod: string, goSum: string): Record<string, string[]> {
  const required = new Set([...goMod.matchAll(/^\t(\S+) v\S+/gm)].map((match) => match[1] ?? ""));
  const versions: Record<string, string[]> = {};
  for (const [, module = "", version = ""] of goSum.matchAll(/^(\S+) (v[^\s/]+)\/go\.mod /gm))
    // Versions between releases say little to whoever reads them.
    if (required.has(module) && !/-\d{14}-|\+incompatible/.test(version))
      (versions[module] ??= []).push(version);
  return versions;
}
