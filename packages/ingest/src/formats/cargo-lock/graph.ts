import type { Scope } from "@headwater/domain/usage";
import { ROOT_INDEX } from "@headwater/domain/usage";
import { uniqueRef } from "../../graph/index.ts";
import type { Draft, DraftComponent } from "../../lockfile/draft.ts";
import { declare, strongerScope } from "../../lockfile/scopes.ts";
import { declareWhatNobodyNeeds } from "../../lockfile/undeclared.ts";
import type { ProblemList } from "../../problems.ts";
import { componentOf } from "./identity.ts";
import { mayFit } from "./requirement.ts";
import type { CargoLock, LockedPackage, Manifest } from "./schema.ts";

const OWN_CODE = -1;

/** Components and edges; packages without source are the company's own, and what they need is direct. */
export function graphOf(lock: CargoLock, manifests: readonly Manifest[], problems: ProblemList): Draft {
  const nodes = componentsOf(lock, problems);
  const indexOf = new Map(lock.packages.filter(isComponent).map((locked, index) => [locked, index]));
  const resolve = resolverOf(lock.packages);
  const edges: number[] = [];
  const declared: (Scope | null)[] = Array.from({ length: nodes.length }, () => null);
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  for (const locked of lock.packages) {
    if (locked.replace !== null) continue;
    const from = indexOf.get(locked) ?? OWN_CODE;
    const manifest = byName.get(locked.name);
    if (from === OWN_CODE && manifest === undefined && locked.dependencies.length > 0)
      addUndescribed(problems, locked);
    for (const dependency of locked.dependencies) {
      const target = resolve(dependency);
      const to = target === undefined ? undefined : (indexOf.get(target) ?? OWN_CODE);
      if (target === undefined || to === undefined) addMissing(problems, locked, dependency);
      else if (from === OWN_CODE && to !== OWN_CODE) {
        edges.push(ROOT_INDEX, to);
        declare(declared, to, manifest === undefined ? "runtime" : declaredScope(manifest, target, problems));
      } else if (from !== OWN_CODE && to === OWN_CODE) addNeedsOwnCode(problems, locked, dependency);
      else if (from !== OWN_CODE) edges.push(from, to);
    }
  }
  if (nodes.length === lock.packages.length && nodes.length > 0) {
    problems.add(
      "info",
      "direct-unstated",
      "The file holds no package of one's own: the packages that no other needs are taken as direct.",
      null,
    );
    declareWhatNobodyNeeds(nodes, edges, declared);
  }
  return { nodes, edges, declared };
}

/** Cargo refuses a file in which a package stands twice; here both are kept, as they may need different things. */
function componentsOf(lock: CargoLock, problems: ProblemList): readonly DraftComponent[] {
  const taken = new Set<string>();
  return lock.packages.filter(isComponent).map((locked) => {
    const component = componentOf(locked, problems);
    const ref = uniqueRef(component.ref, taken);
    taken.add(ref);
    if (ref === component.ref) return component;
    problems.add("warning", "duplicate-package", `${component.ref} stands more than once.`, null);
    return { ...component, ref };
  });
}

function isComponent(locked: LockedPackage): boolean {
  return locked.source !== null && locked.replace === null;
}

/** The scope of the strongest declaration that fits the version; dependency names differ from package names in `-` and `_` only. */
function declaredScope(manifest: Manifest, { name, version }: LockedPackage, problems: ProblemList): Scope {
  const named = manifest.declarations.filter((declaration) => sameName(declaration.name, name));
  const fitting = named.filter(({ requirement }) => mayFit(requirement, version));
  const scope = (fitting.length > 0 ? fitting : named).reduce<Scope | null>(
    (best, one) => strongerScope(best, one.scope),
    null,
  );
  if (scope === null)
    problems.add(
      "info",
      "undeclared-dependency",
      `${manifest.path} does not declare ${name}; it counts as runtime.`,
      manifest.path,
    );
  return scope ?? "runtime";
}

function sameName(a: string, b: string): boolean {
  return a === b || a.replaceAll("_", "-") === b.replaceAll("_", "-");
}

/** As `EncodablePackageId` of cargo: the string is as short as its author found it unambiguous. */
function resolverOf(packages: readonly LockedPackage[]): (dependency: string) => LockedPackage | undefined {
  const byName = new Map<string, LockedPackage[]>();
  for (const locked of packages) {
    const known = byName.get(locked.name);
    if (known === undefined) byName.set(locked.name, [locked]);
    else known.push(locked);
  }
  const bySpelling = new Map<string, LockedPackage>();
  for (const locked of packages)
    bySpelling.set(`${locked.name} ${locked.version} (${locked.source ?? ""})`, locked);
  const found = (dependency: string): LockedPackage | undefined => {
    const full = bySpelling.get(dependency);
    if (full !== undefined) return full;
    const [name = "", version, source] = dependency.split(" ");
    return byName
      .get(name)
      ?.find(
        (locked) =>
          (version === undefined || locked.version === version) &&
          (source === undefined ||
            `(${withoutCommit(locked.source)})` === `(${withoutCommit(source.slice(1, -1))})`),
      );
  };
  return (dependency) => {
    const locked = found(dependency);
    return locked?.replace === null || locked === undefined ? locked : found(locked.replace);
  };
}

/** From version 2 on dependency strings name git sources without the commit. */
function withoutCommit(source: string | null): string {
  return source?.split("#")[0] ?? "";
}

function addUndescribed(problems: ProblemList, { name }: LockedPackage): void {
  problems.add(
    "info",
    "manifest-missing",
    `The Cargo.toml of ${name} was not sent along; all that it needs counts as runtime.`,
    `package ${name}`,
  );
}

function addMissing(problems: ProblemList, { name, version }: LockedPackage, dependency: string): void {
  problems.add(
    "warning",
    "missing-dependency",
    `${name} ${version} needs ${dependency}, of which the file holds no entry; the edge is left out.`,
    `package ${name}`,
  );
}

function addNeedsOwnCode(problems: ProblemList, { name }: LockedPackage, dependency: string): void {
  problems.add(
    "info",
    "needs-own-code",
    `${name} needs ${dependency}, which is the company's own code; the edge is left out.`,
    `package ${name}`,
  );
}
