import type { JsonObject } from "../../json/index.ts";
import { asString, isObject } from "../../json/index.ts";
import { NOTHING_STATED } from "../../lockfile/draft.ts";
import { fundingAddresses, licenseNames } from "./funding.ts";
import type { PackageEntry } from "./schema.ts";

/** An entry out of parsed JSON; what has the wrong type counts as not stated. */
export function entryOf(json: JsonObject): PackageEntry {
  return {
    name: asString(json["name"]),
    version: asString(json["version"]),
    resolved: asString(json["resolved"]),
    dev: json["dev"] === true,
    optional: json["optional"] === true,
    devOptional: json["devOptional"] === true,
    link: json["link"] === true,
    extraneous: json["extraneous"] === true,
    licenses: licenseNames(json["license"]),
    funding: fundingAddresses(json["funding"]),
    dependencies: namesIn(json["dependencies"]),
    optionalDependencies: namesIn(json["optionalDependencies"]),
    devDependencies: namesIn(json["devDependencies"]),
    peerDependencies: namesIn(json["peerDependencies"]),
    optionalPeers: optionalPeersIn(json["peerDependenciesMeta"]),
  };
}

function namesIn(dependencies: unknown): readonly string[] {
  return isObject(dependencies) ? Object.keys(dependencies) : NOTHING_STATED;
}

/** The peers that `peerDependenciesMeta` calls optional. */
export function optionalPeersIn(meta: unknown): ReadonlySet<string> {
  if (!isObject(meta)) return NO_PEERS;
  const optional = new Set<string>();
  for (const [name, one] of Object.entries(meta))
    if (isObject(one) && one["optional"] === true) optional.add(name);
  return optional;
}

export const NO_PEERS: ReadonlySet<string> = new Set();
