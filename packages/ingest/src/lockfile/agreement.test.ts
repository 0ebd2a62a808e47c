import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { Component, Inventory, ParseResult } from "@headwater/domain/usage";
import type { Format } from "../format.ts";
import { cargoLock } from "../formats/cargo-lock/index.ts";
import { goMod } from "../formats/go-mod/index.ts";
import { npmLock } from "../formats/npm-lock/index.ts";
import { pnpmLock } from "../formats/pnpm-lock/index.ts";
import { isObject } from "../json/index.ts";
import { corpusFolder } from "../testing/env.ts";

/** Where our answer differs from the expectation of a source, and why; AGREEMENT.md says more. */
const DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ["npm-lock/cdxgen/v3/package-lock.json", "counts each install, where equal ones are one component here"],
  ["pnpm-lock/scalibr/empty.yaml", "a comment alone states no version and is no lockfile: refused"],
  ["pnpm-lock/scalibr/invalid-path.yaml", "kept with a problem instead of an error"],
  ["pnpm-lock/scalibr/invalid-paths.yaml", "kept with a problem instead of an error"],
  ["go-mod/scalibr/replace-different.mod", "Go takes the higher of two requirements of one module"],
]);

const FORMATS: readonly {
  readonly format: Format;
  readonly corpus: readonly (readonly [source: string, folder: string])[];
}[] = [
  {
    format: npmLock,
    corpus: [
      ["scalibr", "scalibr/packagelockjson"],
      ["trivy", "trivy/nodejs-npm"],
      ["cdxgen", "cdxgen/package-json"],
    ],
  },
  {
    format: pnpmLock,
    corpus: [
      ["scalibr", "scalibr/pnpmlock"],
      ["trivy", "trivy/nodejs-pnpm"],
      ["cdxgen", "cdxgen"],
    ],
  },
  {
    format: cargoLock,
    corpus: [
      ["scalibr", "scalibr/cargolock"],
      ["trivy", "trivy/rust-cargo"],
      ["cdxgen", "cdxgen"],
    ],
  },
  {
    format: goMod,
    corpus: [
      ["scalibr", "scalibr/gomod"],
      ["trivy", "trivy/golang-mod"],
      ["cdxgen", "cdxgen"],
    ],
  },
];

/** With HEADWATER_CORPUS, the lockfiles of the whole corpus; else the copies beside the formats. */
const corpus = corpusFolder;

for (const { format, corpus: folders } of FORMATS) {
  describe(`${format.name} agrees with`, () => {
    for (const [source, folder] of folders) {
      const own = join(import.meta.dirname, "..", "formats", format.name, "fixtures", source);
      const root = corpus === null ? own : join(corpus, "lockfiles", "fixtures", folder);
      for (const expected of expectationsIn(root, format)) {
        const name = `${format.name}/${source}/${relative(root, expected.file)}`;
        it(`${source} on ${relative(root, expected.file)}${DIFFERENCES.has(name) ? " but for a difference with a reason" : ""}`, () => {
          const answer = format.parse({
            path: basename(expected.file),
            text: readFileSync(expected.file, "utf8"),
            beside: besideOf(expected.file),
          });
          const faults = expected.cases.flatMap((one) => faultsOf(answer, one, format));
          if (DIFFERENCES.has(name)) expect(faults).not.toEqual([]);
          else expect(faults).toEqual([]);
        });
      }
    }
  });
}

interface Expected {
  readonly file: string;
  readonly cases: readonly Readonly<Record<string, unknown>>[];
}

function expectationsIn(root: string, format: Format): readonly Expected[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".expected.json"))
    .toSorted();
  return files.flatMap((path) => {
    const expected: unknown = JSON.parse(readFileSync(join(root, path), "utf8"));
    const file = join(root, path.slice(0, -".expected.json".length));
    if (!isObject(expected) || !Array.isArray(expected["cases"])) return [];
    const readAs = typeof expected["format"] === "string" ? expected["format"] : basename(file);
    const isOurs = format.fileName.test(readAs) || (readAs === basename(file) && looksLike(file, format));
    return isOurs ? [{ file, cases: expected["cases"].filter(isObject) }] : [];
  });
}

function looksLike(file: string, format: Format): boolean {
  const spelling: Readonly<Record<string, RegExp>> = {
    "pnpm-lock": /^pnpm-lock.*\.yaml$/,
    "go-mod": /\.mod$/,
    "npm-lock": /^package-lock.*\.json$/,
  };
  return spelling[format.name]?.test(basename(file)) ?? false;
}

function besideOf(file: string): ReadonlyMap<string, string> {
  const sum = existsSync(file.replace(/\.mod$/, ".sum"))
    ? file.replace(/\.mod$/, ".sum")
    : join(dirname(file), "go.sum");
  return file.endsWith(".mod") && existsSync(sum)
    ? new Map([["go.sum", readFileSync(sum, "utf8")]])
    : new Map();
}

function faultsOf(
  answer: ParseResult,
  one: Readonly<Record<string, unknown>>,
  format: Format,
): readonly string[] {
  if (one["expect_error"] !== null && one["expect_error"] !== undefined)
    return answer.kind === "refused" ? [] : ["should be refused"];
  if (answer.kind === "refused") return [`refused: ${answer.refusal.message}`];
  if (Array.isArray(one["asserts"])) return countFaults(answer.inventory, one);
  const replaceOff = isObject(one["test_options"]) && one["test_options"]["replace"] === false;
  return replaceOff
    ? []
    : [...packageFaults(answer.inventory, one, format), ...edgeFaults(answer.inventory, one)];
}

/** cdxgen asserts counts, and some purls. It counts the root, and members, which are no components here, and keeps each install. */
function countFaults(inventory: Inventory, one: Readonly<Record<string, unknown>>): readonly string[] {
  if (!COUNTED.has(String(one["function"]))) return [];
  const counted = (Array.isArray(one["asserts"]) ? one["asserts"] : []).flatMap((pair) =>
    Array.isArray(pair) && LIST_LENGTH.test(String(pair[0])) ? [Number(pair[1])] : [],
  );
  const least = inventory.components.length;
  const most = least + 1 + inventory.members.length;
  const miscounted = counted
    .filter((count) => count < least || count > most)
    .map((count) => `counts ${count}, not ${least} to ${most}`);
  const purls = new Set([
    ...inventory.components.map(({ purl }) => purl),
    inventory.root?.purl,
    ...inventory.members.map(({ purl }) => purl),
  ]);
  const includes = Array.isArray(one["includes_purls"]) ? one["includes_purls"] : [];
  return [
    ...miscounted,
    ...includes
      .filter((purl) => !purls.has(purl) && !String(purl).endsWith("@latest"))
      .map((purl) => `lacks ${String(purl)}`),
  ];
}

const COUNTED: ReadonlySet<string> = new Set(["parsePkgLock", "parsePnpmLock", "parseCargoData"]);
const LIST_LENGTH = /^(?:deps|dep_list|parsedList\.pkgList)\.length$/;

function packageFaults(
  inventory: Inventory,
  one: Readonly<Record<string, unknown>>,
  format: Format,
): readonly string[] {
  const wanted = Array.isArray(one["packages"]) ? one["packages"].filter(isObject) : [];
  const own = new Set(
    [inventory.root, ...inventory.members].flatMap((root) => (root === null ? [] : [root.name, root.ref])),
  );
  const theirs = new Map(
    wanted
      .filter(
        ({ name, relationship }) =>
          name !== "stdlib" &&
          relationship !== "root" &&
          relationship !== "workspace" &&
          !own.has(String(name)),
      )
      .map((package_) => [identity(String(package_["name"]), versionText(package_)), package_]),
  );
  const ours = new Map(
    inventory.components.map((component) => [identity(component.name, component.version ?? ""), component]),
  );
  const needs = isObject(one["dependencies"]) ? one["dependencies"] : {};
  // What a member needs is direct here: members are the company's own code as the root is.
  const ofMembers = new Set(
    wanted.filter(({ name }) => own.has(String(name))).flatMap(({ id }) => textsIn(needs[String(id)])),
  );
  for (const [key, expected] of theirs)
    if (ofMembers.has(String(expected["id"]))) theirs.set(key, { ...expected, relationship: "direct" });
  const faults = [...theirs.keys()].filter((key) => !ours.has(key)).map((key) => `lacks ${key}`);
  for (const [key, component] of ours) {
    const expected = theirs.get(key);
    if (expected === undefined) faults.push(`has ${key}`);
    else faults.push(...scopeFaults(key, component, expected, format, inventory));
  }
  return faults;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function versionText(one: Readonly<Record<string, unknown>>): string {
  const version = one["version"];
  return typeof version === "string" ? version : "";
}

/** The `v` of Go versions is left out by scalibr. */
function identity(name: string, version: string): string {
  return `${name}@${version.replace(/^v(?=\d)/, "")}`;
}

function scopeFaults(
  key: string,
  component: Component,
  expected: Readonly<Record<string, unknown>>,
  format: Format,
  inventory: Inventory,
): readonly string[] {
  const faults: string[] = [];
  if (typeof expected["dev"] === "boolean" && expected["dev"] !== (component.scope === "dev"))
    faults.push(`${key}: dev ${String(expected["dev"])}`);
  const relationship = expected["relationship"];
  if (relationship === "direct" && component.direct !== true) faults.push(`${key} should be direct`);
  if (relationship === "indirect" && component.direct !== false) faults.push(`${key} should be indirect`);
  // scalibr tells groups for npm and for pnpm up to version 6 only.
  const tells =
    format.name === "npm-lock" || (format.name === "pnpm-lock" && !inventory.formatVersion.startsWith("9"));
  const groups = Array.isArray(expected["groups"]) && tells ? expected["groups"] : null;
  if (
    groups === null ||
    groups.includes("dev") === (component.scope === "dev") ||
    groups.includes("optional")
  )
    return faults;
  return [...faults, `${key}: groups ${groups.join(",")} but ${component.scope}`];
}

/** trivy's graph: what stands in it without an entry of its own, and the root's own edges, are left out on both sides. */
function edgeFaults(inventory: Inventory, one: Readonly<Record<string, unknown>>): readonly string[] {
  const dependencies = one["dependencies"];
  if (!isObject(dependencies) || Object.keys(dependencies).length === 0) return [];
  const ids = inventory.components.map(({ name, version }) => identity(name, version ?? ""));
  const known = new Set(ids);
  const wanted = Array.isArray(one["packages"]) ? one["packages"].filter(isObject) : [];
  const spelling = new Map(
    wanted.map((package_) => [
      String(package_["id"]),
      identity(String(package_["name"]), versionText(package_)),
    ]),
  );
  const normal = (id: string): string => spelling.get(id) ?? id;
  const theirs = new Set(
    Object.entries(dependencies).flatMap(([from, to]) =>
      Array.isArray(to) ? to.map((target) => `${normal(from)} > ${normal(String(target))}`) : [],
    ),
  );
  const ours = new Set<string>();
  for (let i = 0; i < inventory.edges.length; i += 2) {
    const from = inventory.edges[i] ?? -1;
    if (from >= 0) ours.add(`${ids[from] ?? ""} > ${ids[inventory.edges[i + 1] ?? 0] ?? ""}`);
  }
  const lacking = [...theirs].filter(
    (edge) => !ours.has(edge) && edge.split(" > ").every((end) => known.has(end)),
  );
  return [
    ...lacking.map((edge) => `lacks ${edge}`),
    ...[...ours].filter((edge) => !theirs.has(edge)).map((edge) => `has ${edge}`),
  ];
}
