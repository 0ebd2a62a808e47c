import { z } from "zod";
import { type Age, compareVersions, reachable } from "./age.ts";

const Needs = z.record(z.string(), z.string()).optional();
const Entry = z.looseObject({
  version: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: Needs,
  devDependencies: Needs,
  optionalDependencies: Needs,
  peerDependencies: Needs,
});
type Entry = z.output<typeof Entry>;
const Lock = z.looseObject({ packages: z.record(z.string(), Entry) });

/** An earlier package-lock.json: the root without some of its dependencies, and older versions that the file holds elsewhere. */
export function earlierNpmLock(text: string, age: Age): string {
  const lock = Lock.parse(JSON.parse(text));
  const packages = new Map(Object.entries(lock.packages));
  const root = packages.get("") ?? {};
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies"] as const)
    root[kind] = Object.fromEntries(Object.entries(root[kind] ?? {}).filter(([name]) => age.has(name)));
  for (const [place, entry] of packages) {
    const older = olderVersion(packages, place, entry, age);
    if (older !== null) packages.set(place, older);
  }
  const kept = reachable([""], (place) =>
    namesOf(packages.get(place) ?? {}).flatMap((name) => placeOf(packages, place, name) ?? []),
  );
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries([...packages].filter(([place]) => kept.has(place))) }, null, 2)}\n`;
}

/** Of a package at the top, the entry of an older version nested somewhere, where all that it needs stands at the top too. */
function olderVersion(
  packages: ReadonlyMap<string, Entry>,
  place: string,
  entry: Entry,
  age: Age,
): Entry | null {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
  if (name === undefined || entry.link === true || !age.isOlder(name)) return null;
  const nested = [...packages]
    .filter(([other]) => other.endsWith(`/${place}`))
    .map(([, other]) => other)
    .filter((other) => compareVersions(other.version ?? "", entry.version ?? "") < 0)
    .filter((other) => namesOf(other).every((need) => packages.has(`node_modules/${need}`)))
    .toSorted((one, other) => compareVersions(one.version ?? "", other.version ?? ""));
  return nested.at(-1) ?? null;
}

function namesOf(entry: Entry): string[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = entry;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap((needs) =>
    Object.keys(needs ?? {}),
  );
}

/** Where Node finds a package that the one at `place` needs: beside it, or above. */
function placeOf(packages: ReadonlyMap<string, Entry>, place: string, name: string): string | null {
  for (let above = place; ; above = above.slice(0, above.lastIndexOf("node_modules/")).replace(/\/$/, "")) {
    const found = `${above === "" ? "" : `${above}/`}node_modules/${name}`;
    if (packages.has(found)) return found;
    if (above === "") return null;
  }
}
