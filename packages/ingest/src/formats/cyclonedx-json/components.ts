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
  /** Each element bears the ref that the document states for it: none had to be made up. */
  readonly refsAreStated: boolean;
  readonly root: number | null;
  readonly image: boolean;
  readonly drafts: readonly Draft[];
}

interface Found {
  readonly drafts: Draft[];
  readonly indexOf: Map<string, number>;
  /** Refs that were made up for components which bear none. */
  readonly madeUp: Set<string>;
  readonly leftOut: Map<string, number>;
  readonly problems: ProblemList;
  rootPurl: string | null;
  rootRef: string | null;
}

export function readComponents(bom: JsonObject, problems: ProblemList): Elements {
  const found: Found = {
    drafts: [],
    indexOf: new Map(),
    madeUp: new Set(),
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
    refsAreStated: found.madeUp.size === 0,
    root,
    image: described !== null && imageTypes.has(asString(described["type"]) ?? ""),
    drafts,
  };
}

const imageTypes: ReadonlySet<string> = new Set(["container", "operating-system"]);

/** Where a component stands; put into words only where a problem or a ref asks, since most components have neither. */
interface Place {
  readonly list: string;
  readonly at: number | null;
}

const describedPlace: Place = { list: "/metadata/component", at: null };

function pointerTo({ list, at }: Place): string {
  return at === null ? list : `${list}/${at}`;
}

function addRoot(described: JsonObject, found: Found): number {
  const url = packageUrlOf(described, describedPlace, found.problems);
  found.rootPurl = url?.purl ?? null;
  found.rootRef = asString(described["bom-ref"]);
  return add(described, url, "first-party", describedPlace, found);
}

/** Nested components are read like the others: nesting says what is packed in what, not who needs whom. Iterative. */
function walk(list: unknown, place: string, found: Found): void {
  const open: { readonly items: readonly unknown[]; readonly list: string; at: number }[] = [
    { items: asArray(list), list: place, at: -1 },
  ];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    level.at += 1;
    if (level.at >= level.items.length) {
      open.pop();
      continue;
    }
    const item = level.items[level.at];
    if (!isObject(item)) {
      found.problems.add(
        "warning",
        "invalid-component",
        "This component is no object and was left out.",
        pointerTo(level),
      );
      continue;
    }
    addComponent(item, level, found);
    const nested = asArray(item["components"]);
    if (nested.length > 0) open.push({ items: nested, list: `${pointerTo(level)}/components`, at: -1 });
  }
}

function addComponent(component: JsonObject, place: Place, found: Found): void {
  const type = asString(component["type"]);
  if (type === null || !knownTypes.has(type)) {
    found.problems.add(
      "warning",
      "unknown-component-type",
      `The type ${JSON.stringify(type)} is not known; read as a library.`,
      pointerTo(place),
    );
  }
  const url = packageUrlOf(component, place, found.problems);
  const part = partOf(type ?? "library", url, component, found);
  if (part === "package" && asString(component["name"]) === null && url === null) {
    found.problems.add(
      "warning",
      "invalid-component",
      "This component has neither name nor purl and was left out.",
      pointerTo(place),
    );
    return;
  }
  if (part === "bridge") found.leftOut.set(type ?? "", (found.leftOut.get(type ?? "") ?? 0) + 1);
  add(component, url, part, place, found);
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

function packageUrlOf(component: JsonObject, place: Place, problems: ProblemList): PackageUrl | null {
  const text = asString(component["purl"]);
  if (text === null) return null;
  const url = readPackageUrl(text, asString(component["version"]));
  if (url === null)
    problems.add(
      "warning",
      "invalid-purl",
      `The purl ${shown(text)} is not valid and was left out.`,
      pointerTo(place),
    );
  return url;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

function add(
  component: JsonObject,
  url: PackageUrl | null,
  part: DraftPart,
  place: Place,
  found: Found,
): number {
  const index = found.drafts.length;
  const ref = takeRef(component, url, part, place, found);
  found.drafts.push({
    ref,
    name: url === null ? namedBy(component) : url.name,
    version: asString(component["version"]) ?? (url === null ? null : url.version),
    purl: url === null ? null : url.purl,
    purlType: url === null ? null : url.type,
    part,
    application: component["type"] === "application",
    scope: scopeOf(component, place, found.problems),
    repository: repositoryOf(component),
    licenses: licensesOf(component),
    funding: fundingOf(component),
  });
  return index;
}

/**
 * A ref that no other draft bears. The first of two equal references keeps it: that is what the dependencies are read
 * against. The described software may stand among the components once more.
 */
function takeRef(
  component: JsonObject,
  url: PackageUrl | null,
  part: DraftPart,
  place: Place,
  found: Found,
): string {
  const stated = asString(component["bom-ref"]);
  if (stated === null) return madeUpRef(url === null ? pointerTo(place) : url.purl, found);
  if (!found.indexOf.has(stated)) {
    const bornByAnother = found.madeUp.size > 0 && found.madeUp.has(stated);
    found.indexOf.set(stated, found.drafts.length);
    return bornByAnother ? madeUpRef(stated, found) : stated;
  }
  if (part !== "first-party") addDuplicate(found.problems, stated, place);
  return madeUpRef(stated, found);
}

function addDuplicate(problems: ProblemList, stated: string, place: Place): void {
  problems.addOfMany("warning", "duplicate-ref", () => ({
    message: `The bom-ref ${shown(stated)} stands more than once; dependencies go to the first.`,
    where: pointerTo(place),
  }));
}

/** The wanted ref, or with a number behind it where another component bears it. */
function madeUpRef(wanted: string, { indexOf, madeUp }: Found): string {
  const isTaken = (ref: string) => indexOf.has(ref) || madeUp.has(ref);
  const ref = uniqueRef(wanted, { has: isTaken, size: indexOf.size + madeUp.size });
  madeUp.add(ref);
  return ref;
}

function namedBy(component: JsonObject): string {
  const group = asString(component["group"]);
  const name = asString(component["name"]) ?? "";
  return group === null ? name : `${group}/${name}`;
}

function scopeOf(component: JsonObject, place: Place, problems: ProblemList): Scope | null {
  if (isDevelopment(component["properties"])) return "dev";
  const scope = component["scope"];
  if (scope === "excluded") return "dev";
  if (scope === "optional") return "optional";
  if (scope !== undefined && scope !== "required") {
    problems.add(
      "warning",
      "unknown-scope",
      `The scope ${typeof scope === "string" ? shown(scope) : typeof scope} is not known; read as required.`,
      pointerTo(place),
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
