import { type Age, compareVersions, reachable } from "./age.ts";

/**
 * An earlier pnpm-lock.yaml (version 9): the importers without some of their dependencies, and older versions that the file
 * holds. It goes by lines, because the file is written one fact a line.
 */
export function earlierPnpmLock(text: string, age: Age): string {
  const [before = "", importers = "", packages = "", snapshots = ""] = text.split(
    /^(?=importers:$|packages:$|snapshots:$)/m,
  );
  const known = blocksOf(snapshots);
  const older = olderVersions([...known.keys()], age);
  const renamed = (line: string): string => withOlder(line, older);
  const left = importers.replaceAll(
    /^ {6}('?)(\S+?)\1:\n {8}specifier: .*\n {8}version: (.*)\n/gm,
    (all: string, _quote: string, name: string, version: string) => {
      if (!age.has(name)) return "";
      return all.replace(`version: ${version}`, `version: ${older.get(`${name}@${version}`) ?? version}`);
    },
  );
  const needs = new Map([...known].map(([key, block]) => [key, block.split("\n").map(renamed).join("\n")]));
  const kept = reachable(keysIn(left), (key) => keysIn(needs.get(key) ?? ""));
  const released = new Set([...kept].map((key) => key.replace(/\(.*$/, "")));
  return [
    before,
    left,
    "packages:\n\n",
    ...[...blocksOf(packages)].filter(([key]) => released.has(key)).map(([, block]) => block),
    "snapshots:\n\n",
    ...[...needs].filter(([key]) => kept.has(key)).map(([, block]) => block),
  ].join("");
}

/** By `name@version`, each with its whole text. */
function blocksOf(section: string): ReadonlyMap<string, string> {
  const blocks = section.split(/\n(?= {2}\S)/).slice(1);
  return new Map(
    blocks.map((block) => [/^ {2}('?)(.+?)\1:/.exec(block)?.[2] ?? "", `${block.trimEnd()}\n\n`]),
  );
}

/** `name@version` of the newest of several plain versions of a package, to the version before it. */
function olderVersions(keys: readonly string[], age: Age): ReadonlyMap<string, string> {
  const plain = keys.filter((key) => !key.includes("("));
  const byName = Map.groupBy(plain, (key) => key.slice(0, key.lastIndexOf("@")));
  return new Map(
    [...byName].flatMap(([name, all]) => {
      const versions = all.map((key) => key.slice(name.length + 1)).toSorted(compareVersions);
      const [before, newest] = versions.slice(-2);
      return newest === undefined || before === undefined || !age.isOlder(name)
        ? []
        : [[`${name}@${newest}`, before] as const];
    }),
  );
}

function withOlder(line: string, older: ReadonlyMap<string, string>): string {
  const need = /^( {6}('?)(\S+?)\2: )(\S+)$/.exec(line);
  if (need === null) return line;
  const before = older.get(`${need[3]}@${need[4]}`);
  return before === undefined ? line : `${need[1]}${before}`;
}

/** What lines such as `react: 19.2.5` and `version: 19.2.5` name. */
function keysIn(text: string): readonly string[] {
  const direct = [...text.matchAll(/^ {6}('?)(\S+?)\1:\n {8}specifier: .*\n {8}version: (\S+)$/gm)];
  const needed = [...text.matchAll(/^ {6}('?)(\S+?)\1: (\S+)$/gm)];
  return [...direct, ...needed].map((match) => {
    const [name = "", version = ""] = [match[2], match[3]];
    // An alias is written with the name that it stands for.
    return /^(?:@[^/]+\/)?[^@(]+@\d/.test(version) ? version : `${name}@${version.replace(/^npm:/, "")}`;
  });
}
