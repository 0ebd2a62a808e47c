import type { Inventory, InventoryRoot, ParseResult, Scope } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { assemble } from "../../lockfile/assemble.ts";
import type { DraftComponent } from "../../lockfile/draft.ts";
import type { JsonObject } from "../../json/index.ts";
import { asString, isObject, parseJson } from "../../json/index.ts";
import { pointerStep } from "../../lockfile/pointer.ts";
import { npmMember } from "../../lockfile/npm-member.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import { declareWhatNobodyNeeds } from "../../lockfile/undeclared.ts";
import type { ProblemList } from "../../problems.ts";
import { collectProblems } from "../../problems.ts";
import { refuse } from "../../refuse.ts";
import { connect, declareOwn } from "./edges.ts";
import { fundingAddresses, licenseNames } from "./funding.ts";
import { treeOfNested } from "./nested.ts";
import { treeOfPackages } from "./packages.ts";
import { resolverOf } from "./resolution.ts";
import type { Install, InstallTree, OwnFolder } from "./schema.ts";
import { foreignSource } from "./source.ts";

/** Reads package-lock.json and npm-shrinkwrap.json of lockfileVersion 1, 2 and 3, as arborist's `loadVirtual` does. */
export function parse(file: InventoryFile): ParseResult {
  const read = parseJson(file.text);
  if (read.kind === "refused") return read;
  const lock = read.value;
  if (!isObject(lock))
    return refuse("not-an-inventory", "A package-lock.json is a JSON object; this is not.", null);
  const problems = collectProblems();
  if (read.replacedCharacters > 0)
    problems.add(
      "warning",
      "characters-replaced",
      `${read.replacedCharacters} characters that cannot be stored became U+FFFD.`,
      null,
    );
  const version = versionOf(lock, problems);
  if (version === null) {
    const stated = JSON.stringify(lock["lockfileVersion"] ?? null);
    return refuse(
      "unsupported-version",
      `lockfileVersion is ${stated}; 1, 2 and 3 can be read. Write the file again with a current npm.`,
      "/lockfileVersion",
    );
  }
  const tree = treeOf(lock, version, file.beside, problems);
  return { kind: "inventory", inventory: inventoryOf(lock, version, tree, file.beside, problems) };
}

/** A file without version but with dependencies is what npm wrote before version 5: arborist reads it as version 1. */
function versionOf(lock: JsonObject, problems: ProblemList): 1 | 2 | 3 | null {
  const version = lock["lockfileVersion"];
  if (version === 1 || version === 2 || version === 3) return version;
  if (version !== undefined || !isObject(lock["dependencies"])) return null;
  problems.add(
    "info",
    "no-lockfile-version",
    "The file states no lockfileVersion and is read as version 1.",
    "/lockfileVersion",
  );
  return 1;
}

function treeOf(
  lock: JsonObject,
  version: 1 | 2 | 3,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): InstallTree {
  const packages = lock["packages"];
  if (version >= 2 && isObject(packages)) return treeOfPackages(packages, problems);
  const dependencies = lock["dependencies"];
  if (!isObject(dependencies) && version >= 2)
    problems.add("warning", "no-packages", "The file has neither packages nor dependencies.", null);
  return treeOfNested(isObject(dependencies) ? dependencies : {}, manifestBeside(beside, problems), problems);
}

function manifestBeside(beside: ReadonlyMap<string, string>, problems: ProblemList): OwnFolder | null {
  const text = beside.get("package.json");
  if (text === undefined) return null;
  const read = parseJson(text);
  if (read.kind === "parsed" && isObject(read.value)) return { path: "", entry: read.value };
  problems.add(
    "warning",
    "manifest-unreadable",
    "The package.json beside the file cannot be read, and is left out.",
    null,
  );
  return null;
}

function inventoryOf(
  lock: JsonObject,
  version: 1 | 2 | 3,
  tree: InstallTree,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): Inventory {
  const nodes = tree.components.map((install) => componentOf(install, problems));
  const edges: number[] = [];
  const declared: (Scope | null)[] = Array.from({ length: nodes.length }, () => null);
  const resolve = resolverOf(tree);
  const declarations = declareOwn(tree, resolve, edges, declared, problems);
  connect(tree, resolve, edges, problems);
  if (declarations === 0 && nodes.length > 0) {
    problems.add(
      "info",
      "direct-unstated",
      "The file does not say which packages are direct: those that no other package needs are taken as direct.",
      null,
    );
    declareWhatNobodyNeeds(nodes, edges, declared);
  }
  return {
    format: "npm-lock",
    formatVersion: String(version),
    root: rootOf(lock, tree.root),
    members: membersOf(tree, beside, problems),
    ...assemble({ nodes, edges, declared }),
    shape: "graph",
    problems: problems.list(),
  };
}

function componentOf({ path, folder, entry }: Install, problems: ProblemList): DraftComponent {
  const version = asString(entry["version"]);
  const source = foreignSource(entry["resolved"]);
  if (source?.credentialsRemoved === true) {
    problems.add(
      "warning",
      "credentials-removed",
      `The address of ${folder} holds credentials; they are not kept.`,
      `/packages${pointerStep(path)}/resolved`,
    );
  }
  const name = asString(entry["name"]) ?? folder;
  return {
    ref: path,
    purl: lockedPurl("npm", name, version, source === null ? null : source.qualifiers),
    name,
    version,
    statedScope: statedScope(entry),
    optionalOnly: false,
    repository: source === null ? null : source.repository,
    licenses: licenseNames(entry["license"]),
    funding: fundingAddresses(entry["funding"]),
  };
}

/** `dev`: only the development tree needs it; `devOptional`: the development tree and optional dependencies do. */
function statedScope(entry: JsonObject): Scope {
  if (entry["dev"] === true) return "dev";
  if (entry["optional"] === true || entry["devOptional"] === true) return "optional";
  return "runtime";
}

function rootOf(lock: JsonObject, root: OwnFolder | null): InventoryRoot {
  const name = asString(lock["name"]) ?? asString(root?.entry["name"]);
  const version = asString(lock["version"]) ?? asString(root?.entry["version"]);
  return { ref: "", name, version, purl: name === null ? null : lockedPurl("npm", name, version, null) };
}

/** A member that does not state its name bears that of the link which leads to it, as npm itself writes it. */
function membersOf(
  { members, links }: InstallTree,
  beside: ReadonlyMap<string, string>,
  problems: ProblemList,
): readonly InventoryRoot[] {
  const linkNames = new Map(links.map(({ entry, folder }) => [asString(entry["resolved"]), folder]));
  return members.map(({ path, entry }) => {
    const name = asString(entry["name"]) ?? linkNames.get(path) ?? null;
    return npmMember({ ref: path, name, version: asString(entry["version"]) }, beside, problems);
  });
}
