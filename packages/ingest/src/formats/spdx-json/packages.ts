import type { Draft, DraftPart } from "../../graph/index.ts";
import { uniqueRef } from "../../graph/index.ts";
import type { JsonObject } from "../../json/index.ts";
import { asArray, asString, isObject } from "../../json/index.ts";
import type { PackageUrl } from "../../package-url.ts";
import { readPackageUrl } from "../../package-url.ts";
import type { ProblemList } from "../../problems.ts";
import { licensesOf, repositoryOf, statedText } from "./evidence.ts";

export interface Packages {
  readonly drafts: readonly Draft[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly root: number | null;
  readonly image: boolean;
}

export interface About {
  /** SPDX identifier of the one thing that the document describes. */
  readonly described: string | null;
  readonly copies: ReadonlyMap<string, string>;
}

interface Reading {
  readonly drafts: Draft[];
  readonly indexOf: Map<string, number>;
  readonly taken: Set<string>;
  readonly problems: ProblemList;
  leftOut: number;
}

/** Reads `packages`; `copies` are those that stand for another one (copiesOf). */
export function readPackages(list: unknown, about: About, problems: ProblemList): Packages {
  const { described, copies } = about;
  const reading: Reading = { drafts: [], indexOf: new Map(), taken: new Set(), problems, leftOut: 0 };
  let image = false;
  for (const [index, entry] of asArray(list).entries()) {
    const where = `/packages/${index}`;
    if (!isObject(entry)) {
      problems.add("warning", "invalid-package", "This package is no object and was left out.", where);
      continue;
    }
    if (copies.has(asString(entry["SPDXID"]) ?? "")) continue;
    const url = packageUrlOf(entry, where, problems);
    const isRoot = described !== null && entry["SPDXID"] === described;
    if (isRoot) image = isImage(entry, url);
    addPackage(entry, url, { isRoot, where }, reading);
  }
  nameCopies(copies, reading);
  if (reading.leftOut > 0) {
    problems.add(
      "info",
      "not-a-package",
      `${reading.leftOut} elements that are files, devices or operating systems were left out`,
      null,
    );
  }
  const { drafts, indexOf } = reading;
  const root = drafts.findIndex((draft) => draft.part === "first-party");
  return { drafts, indexOf, root: root === -1 ? null : root, image };
}

function nameCopies(copies: ReadonlyMap<string, string>, { indexOf, problems }: Reading): void {
  for (const [copy, original] of copies) {
    const index = indexOf.get(original);
    if (index !== undefined) indexOf.set(copy, index);
  }
  if (copies.size > 0)
    problems.add(
      "info",
      "copy",
      `${copies.size} packages are copies of others in the file and were merged into them`,
      null,
    );
}

function addPackage(
  entry: JsonObject,
  url: PackageUrl | null,
  { isRoot, where }: { isRoot: boolean; where: string },
  reading: Reading,
): void {
  const name = url?.name ?? statedText(entry["name"]);
  if (name === null) {
    reading.problems.add(
      "warning",
      "invalid-package",
      "This package has neither name nor purl and was left out.",
      where,
    );
    return;
  }
  const id = asString(entry["SPDXID"]);
  register(id, where, reading);
  const part = isRoot ? "first-party" : partOf(entry, url);
  if (part === "bridge") reading.leftOut += 1;
  const ref = uniqueRef(id ?? url?.purl ?? where, reading.taken);
  reading.taken.add(ref);
  reading.drafts.push({
    ref,
    name,
    version: statedText(entry["versionInfo"]) ?? url?.version ?? null,
    purl: url?.purl ?? null,
    purlType: url?.type ?? null,
    part,
    application: entry["primaryPackagePurpose"] === "APPLICATION",
    scope: null,
    repository: repositoryOf(entry),
    licenses: licensesOf(entry),
    funding: nothing,
  });
}

const nothing: readonly string[] = [];

function register(id: string | null, where: string, { indexOf, drafts, problems }: Reading): void {
  if (id === null) {
    problems.add(
      "warning",
      "missing-ref",
      "This package has no SPDXID, so that nothing can refer to it.",
      where,
    );
  } else if (indexOf.has(id)) {
    const shown = JSON.stringify(id.slice(0, 100));
    problems.add(
      "warning",
      "duplicate-ref",
      `The SPDXID ${shown} stands more than once; relationships go to the first.`,
      where,
    );
  } else {
    indexOf.set(id, drafts.length);
  }
}

/** Purposes (SPDX 2.3, section 7.24) of elements that nobody uses as a package, unless a purl says that they are one. */
const otherPurposes: ReadonlySet<unknown> = new Set([
  "DEVICE",
  "FILE",
  "FIRMWARE",
  "OPERATING-SYSTEM",
  "OPERATING_SYSTEM",
]);

function partOf(entry: JsonObject, url: PackageUrl | null): DraftPart {
  if (url !== null) return "package";
  // Before purposes existed (2.2), Trivy said it in the identifier.
  const isSystem = asString(entry["SPDXID"])?.startsWith("SPDXRef-OperatingSystem-") === true;
  return isSystem || otherPurposes.has(entry["primaryPackagePurpose"]) ? "bridge" : "package";
}

function isImage(entry: JsonObject, url: PackageUrl | null): boolean {
  const purpose = entry["primaryPackagePurpose"];
  const isSystem = purpose === "OPERATING-SYSTEM" || purpose === "OPERATING_SYSTEM";
  return purpose === "CONTAINER" || isSystem || url?.type === "oci" || url?.type === "docker";
}

/** The first purl among the external references; the category is written with a dash in 2.3 and with either in practice. */
function packageUrlOf(entry: JsonObject, where: string, problems: ProblemList): PackageUrl | null {
  for (const reference of asArray(entry["externalRefs"])) {
    if (!isObject(reference) || reference["referenceType"] !== "purl") continue;
    const text = asString(reference["referenceLocator"]);
    if (text === null) continue;
    const url = readPackageUrl(text, statedText(entry["versionInfo"]));
    if (url !== null) return url;
    problems.add(
      "warning",
      "invalid-purl",
      `The purl ${JSON.stringify(text.slice(0, 100))} is not valid and was left out.`,
      where,
    );
  }
  return null;
}
