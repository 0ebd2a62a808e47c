import type { Scope } from "@headwater/domain/usage";
import type { Draft, DraftPart } from "../../graph/index.ts";
import { uniqueRef } from "../../graph/index.ts";
import type { JsonObject } from "../../json/index.ts";
import { asArray, asObject, asString, isObject } from "../../json/index.ts";
import type { PackageUrl } from "../../package-url.ts";
import { readPackageUrl } from "../../package-url.ts";
import type { ProblemList } from "../../problems.ts";
import { fundingOf, licensesOf, repositoryOf } from "./evidence.ts";

/** The elements of a document, and what its dependencies need to find them. */
export interface Elements {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly root: number | null;
  readonly image: boolean;
  readonly drafts: readonly Draft[];
}

interface Found {
  readonly drafts: Draft[];
  readonly indexOf: Map<string, number>;
  readonly taken: Set<string>;
  readonly leftOut: Map<string, number>;
  readonly problems: ProblemList;
  rootPurl: string | null;
  rootRef: string | null;
}

export function readComponents(bom: JsonObject, problems: ProblemList): Elements {
  const found: Found = {
    drafts: [],
    indexOf: new Map(),
    taken: new Set(),
    leftOut: new Map(),
    problems,
    rootPurl: null,
    rootRef: null,
  };
  const described = asObject(asObject(bom["metadata"])?.["component"]);
  const root = described === null ? null : addRoot(described, found);
  walk(bom["components"], "/components", found);
  if (described !== null) walk(described["components"], "/metadata/component/components", found);
  reportLeftOut(found);
  const { drafts, indexOf } = found;
  return {
    indexOf,
    root,
    image: described !== null && imageTypes.has(asString(described["type"]) ?? ""),
    drafts,
  };
}

const imageTypes: ReadonlySet<string> = new Set(["container", "operating-system"]);

function addRoot(described: JsonObject, found: Found): number {
  const url = packageUrlOf(described, "/metadata/component", found.problems);
  found.rootPurl = url?.purl ?? null;
  found.rootRef = asString(described["bom-ref"]);
  return add(described, url, "first-party", "/metadata/component", found);
}

/** Nested components are read like the others: nesting says what is packed in what, not who needs whom. Iterative. */
function walk(list: unknown, place: string, found: Found): void {
  const open: { readonly items: readonly unknown[]; readonly place: string; at: number }[] = [
    { items: asArray(list), place, at: 0 },
  ];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    if (level.at >= level.items.length) {
      open.pop();
      continue;
    }
    const item = level.items[level.at];
    const where = `${level.place}/${level.at}`;
    level.at += 1;
    if (!isObject(item)) {
      found.problems.add(
        "warning",
        "invalid-component",
        "This component is no object and was left out.",
        where,
      );
      continue;
    }
    addComponent(item, where, found);
    const nested = asArray(item["components"]);
    if (nested.length > 0) open.push({ items: nested, place: `${where}/components`, at: 0 });
  }
}

function addComponent(component: JsonObject, where: string, found: Found): void {
  const type = asString(component["type"]);
  if (type === null || !knownTypes.has(type)) {
    found.problems.add(
      "warning",
      "unknown-component-type",
      `The type ${JSON.stringify(type)} is not known; read as a library.`,
      where,
    );
  }
  const url = packageUrlOf(component, where, found.problems);
  const part = partOf(type ?? "library", url, component, found);
  if (part === "package" && asString(component["name"]) === null && url === null) {
    found.problems.add(
      "warning",
      "invalid-component",
      "This component has neither name nor purl and was left out.",
      where,
    );
    return;
  }
  if (part === "bridge") found.leftOut.set(type ?? "", (found.leftOut.get(type ?? "") ?? 0) + 1);
  add(component, url, part, where, found);
}

/** Types whose components are packages; `platform` and `operating-system` only where a purl says so. */
const packageTypes: ReadonlySet<string> = new Set(["application", "container", "framework", "library"]);
const identifiedTypes: ReadonlySet<string> = new Set([
  "device-driver",
  "firmware",
  "operating-system",
  "platform",
]);
const otherTypes = ["cryptographic-asset", "data", "device", "file", "machine-learning-model"] as const;
const knownTypes: ReadonlySet<string> = new Set([...packageTypes, ...identifiedTypes, ...otherTypes]);

function partOf(type: string, url: PackageUrl | null, component: JsonObject, found: Found): DraftPart {
  const isRoot =
    (url !== null && url.purl === found.rootPurl) ||
    (found.rootRef !== null && component["bom-ref"] === found.rootRef);
  if (isRoot) return "first-party";
  if (!knownTypes.has(type) || packageTypes.has(type)) return "package";
  return identifiedTypes.has(type) && url !== null ? "package" : "bridge";
}

function packageUrlOf(component: JsonObject, where: string, problems: ProblemList): PackageUrl | null {
  const text = asString(component["purl"]);
  if (text === null) return null;
  const url = readPackageUrl(text, asString(component["version"]));
  if (url === null)
    problems.add("warning", "invalid-purl", `The purl ${shown(text)} is not valid and was left out.`, where);
  return url;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

function add(
  component: JsonObject,
  url: PackageUrl | null,
  part: DraftPart,
  where: string,
  found: Found,
): number {
  const index = found.drafts.length;
  const stated = asString(component["bom-ref"]);
  if (stated !== null) {
    // The first of two equal references keeps it: that is what the dependencies are read against. The described
    // software may stand among the components once more.
    if (!found.indexOf.has(stated)) found.indexOf.set(stated, index);
    else if (part !== "first-party") {
      const message = () =>
        `The bom-ref ${shown(stated)} stands more than once; dependencies go to the first.`;
      found.problems.addOfMany("warning", "duplicate-ref", () => ({ message: message(), where }));
    }
  }
  const type = asString(component["type"]);
  const version = asString(component["version"]) ?? url?.version ?? null;
  found.drafts.push({
    ref: uniqueRef(stated ?? url?.purl ?? where, found.taken),
    name: url?.name ?? namedBy(component),
    version,
    purl: url?.purl ?? null,
    purlType: url?.type ?? null,
    part,
    application: type === "application",
    scope: scopeOf(component, where, found.problems),
    repository: repositoryOf(component),
    licenses: licensesOf(component),
    funding: fundingOf(component),
  });
  return index;
}

function namedBy(component: JsonObject): string {
  const group = asString(component["group"]);
  const name = asString(component["name"]) ?? "";
  return group === null ? name : `${group}/${name}`;
}

function scopeOf(component: JsonObject, where: string, problems: ProblemList): Scope | null {
  if (isDevelopment(component["properties"])) return "dev";
  const scope = component["scope"];
  if (scope === "excluded") return "dev";
  if (scope === "optional") return "optional";
  if (scope !== undefined && scope !== "required") {
    problems.add(
      "warning",
      "unknown-scope",
      `The scope ${typeof scope === "string" ? shown(scope) : typeof scope} is not known; read as required.`,
      where,
    );
  }
  return null;
}

/** Properties of the CycloneDX taxonomy with which makers of npm and Composer documents mark development packages. */
const developmentProperties: ReadonlySet<unknown> = new Set([
  "cdx:composer:package:isDevRequirement",
  "cdx:npm:package:development",
]);

function isDevelopment(properties: unknown): boolean {
  for (const property of asArray(properties)) {
    if (isObject(property) && developmentProperties.has(property["name"]) && property["value"] === "true")
      return true;
  }
  return false;
}

function reportLeftOut(found: Found): void {
  const total = [...found.leftOut.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return;
  const types = [...found.leftOut].map(([type, count]) => `${count} ${type}`).join(", ");
  found.problems.add(
    "info",
    "not-a-package",
    `${total} components that are no packages were left out: ${types}`,
    null,
  );
}
