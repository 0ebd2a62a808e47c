import type { DraftComponent } from "../../lockfile/draft.ts";
import { NOTHING_STATED } from "../../lockfile/draft.ts";
import { gitSource } from "../../lockfile/git-source.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import type { ProblemList } from "../../problems.ts";
import type { LockedPackage } from "./schema.ts";

/** A package with a source as component: a git source gives `vcs_url` and the repository, a registry of one's own `repository_url`. */
export function componentOf({ name, version, source }: LockedPackage, problems: ProblemList): DraftComponent {
  // `?branch=`, `?tag=` and `?rev=` say how the commit was chosen; the commit says which it is.
  const git = source?.startsWith("git+") === true ? gitSource(source.replace(/\?[^#]*/, "")) : null;
  if (git?.credentialsRemoved === true) {
    problems.add(
      "warning",
      "credentials-removed",
      `The address of ${name} holds credentials; they are not kept.`,
      `package ${name}`,
    );
  }
  const qualifiers = git === null ? registryQualifier(source ?? "") : git.qualifiers;
  return {
    ref: `${name} ${version} (${source ?? ""})`,
    purl: lockedPurl("cargo", name, version, qualifiers),
    name,
    version,
    statedScope: null,
    optionalOnly: false,
    repository: git?.repository?.replace(/^git\+/, "") ?? null,
    licenses: NOTHING_STATED,
    funding: NOTHING_STATED,
  };
}

function registryQualifier(source: string): ReadonlyMap<string, string> | null {
  // The public index, by git or sparse: the default of the purl type.
  if (/crates\.io(?:-index)?\/?$/.test(source)) return null;
  const address = source.replace(/^(?:registry|sparse)\+/, "");
  return address === "" ? null : new Map([["repository_url", address]]);
}
