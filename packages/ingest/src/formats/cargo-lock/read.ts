import type { Refusal } from "@headwater/domain/usage";
import { parse as parseToml, TomlError } from "smol-toml";
import type { JsonObject } from "../../json/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";
import type { ProblemList } from "../../problems.ts";
import type { CargoLock, LockedPackage } from "./schema.ts";

export type TomlRead =
  | { readonly kind: "table"; readonly table: JsonObject }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Inline tables of manifests nest a few levels; only a hostile file nests deeper. */
const DEEPEST = 64;

/** The text as TOML table, or the refusal that names the place. */
export function readToml(text: string): TomlRead {
  try {
    const table: unknown = parseToml(text, { maxDepth: DEEPEST });
    return isObject(table)
      ? { kind: "table", table }
      : {
          kind: "refused",
          refusal: { code: "invalid-toml", message: "The file is not valid TOML.", where: null },
        };
  } catch (error) {
    const where = error instanceof TomlError ? `line ${error.line}, column ${error.column}` : null;
    const [reason] = error instanceof Error ? error.message.split("\n") : [];
    return {
      kind: "refused",
      refusal: { code: "invalid-toml", message: reason ?? "The file is not valid TOML.", where },
    };
  }
}

/** Versions 1 and 2 do not state their number: 1 keeps the checksums in `[metadata]`. Null: a version that is not known. */
export function lockOf(table: JsonObject, problems: ProblemList): CargoLock | null {
  const stated = table["version"];
  const version = typeof stated === "number" ? stated : isObject(table["metadata"]) ? 1 : 2;
  if ((stated !== undefined && typeof stated !== "number") || ![1, 2, 3, 4].includes(version)) return null;
  const packages: LockedPackage[] = [];
  // Before 2017 the root stood in a table of its own.
  const listed = isObject(table["root"])
    ? [table["root"], ...asArray(table["package"])]
    : asArray(table["package"]);
  for (const [index, one] of listed.entries()) {
    const locked = packageOf(one);
    if (locked === null)
      problems.add(
        "warning",
        "package-without-name",
        "A package without name or version was left out.",
        `package ${index + 1}`,
      );
    else packages.push(locked);
  }
  return { version: String(version), packages };
}

function packageOf(value: unknown): LockedPackage | null {
  if (!isObject(value)) return null;
  const name = asString(value["name"]);
  const version = asString(value["version"]);
  if (name === null || version === null) return null;
  const dependencies = asArray(value["dependencies"]).filter((one): one is string => typeof one === "string");
  return {
    name,
    version,
    source: asString(value["source"]),
    dependencies,
    replace: asString(value["replace"]),
  };
}
