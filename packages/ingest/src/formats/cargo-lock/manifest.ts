import type { Scope } from "@headwater/domain/usage";
import type { JsonObject } from "../../json/index.ts";
import { asObject, asString, isObject } from "../../json/index.ts";
import type { ProblemList } from "../../problems.ts";
import { readToml } from "./read.ts";
import type { Declaration, Manifest } from "./schema.ts";

/** The underscored spellings are the old ones, which cargo still reads. */
const TABLES: readonly (readonly [string, Scope])[] = [
  ["dependencies", "runtime"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
  ["dev-dependencies", "dev"],
  ["dev_dependencies", "dev"],
];

/** The Cargo.toml files beside the lockfile; what a member inherits from its workspace is looked up. */
export function manifestsOf(beside: ReadonlyMap<string, string>, problems: ProblemList): readonly Manifest[] {
  const tables: { path: string; table: JsonObject }[] = [];
  for (const [path, text] of beside) {
    if (!/(?:^|\/)Cargo\.toml$/.test(path)) continue;
    const read = readToml(text);
    if (read.kind === "table") tables.push({ path, table: read.table });
    else
      problems.add(
        "warning",
        "manifest-unreadable",
        `${path} was left out: ${read.refusal.message}`,
        read.refusal.where,
      );
  }
  const workspace = tables.find(({ path }) => path === "Cargo.toml")?.table["workspace"];
  const shared = asObject(asObject(workspace)?.["dependencies"]) ?? {};
  const sharedVersion = asString(asObject(asObject(workspace)?.["package"])?.["version"]);
  return tables.map(({ path, table }) => manifestOf(path, table, shared, sharedVersion));
}

function manifestOf(
  path: string,
  table: JsonObject,
  shared: JsonObject,
  sharedVersion: string | null,
): Manifest {
  const described = asObject(table["package"]) ?? asObject(table["project"]);
  const version = described?.["version"];
  return {
    path,
    name: asString(described?.["name"]),
    version: isObject(version) ? sharedVersion : asString(version),
    publishable: described !== null && isPublishable(described),
    declarations: [table, ...targetsOf(table)].flatMap((one) => declarationsOf(one, shared)),
  };
}

/** What cargo demands before it publishes (doc.rust-lang.org/cargo/reference/publishing.html); a list in `publish` names registries. */
function isPublishable(described: JsonObject): boolean {
  const { publish, description, license, "license-file": licenseFile } = described;
  const refused = publish === false || (Array.isArray(publish) && publish.length === 0);
  return !refused && description !== undefined && (license !== undefined || licenseFile !== undefined);
}

/** `[target.'cfg(unix)'.dependencies]`: needed on some platforms only, which is needed. */
function targetsOf(table: JsonObject): readonly JsonObject[] {
  const target = asObject(table["target"]);
  return target === null ? [] : Object.values(target).filter(isObject);
}

function declarationsOf(table: JsonObject, shared: JsonObject): readonly Declaration[] {
  return TABLES.flatMap(([key, scope]) => {
    const dependencies = asObject(table[key]);
    if (dependencies === null) return [];
    return Object.entries(dependencies).map(([name, value]) => declarationOf(name, value, scope, shared));
  });
}

function declarationOf(name: string, value: unknown, scope: Scope, shared: JsonObject): Declaration {
  const own = asObject(value);
  const inherited = own?.["workspace"] === true && Object.hasOwn(shared, name) ? shared[name] : null;
  const stated = inherited ?? value;
  const table = asObject(stated);
  return {
    name: asString(table?.["package"]) ?? name,
    requirement: asString(stated) ?? asString(table?.["version"]),
    // Whether it is optional is said by the member, never by the workspace.
    scope: scope === "runtime" && own?.["optional"] === true ? "optional" : scope,
  };
}
