import { archiveAt, archiveSource, gitSource } from "../../lockfile/git-source.ts";
import type { ForeignSource } from "../../lockfile/git-source.ts";
import { lockedPurl } from "../../lockfile/purl.ts";
import type { ProblemList } from "../../problems.ts";
import type { PathStyle } from "./dependency-path.ts";
import { readPath } from "./dependency-path.ts";
import type { LockEntry } from "./schema.ts";

export interface Identity {
  readonly purl: string | null;
  readonly name: string;
  readonly version: string | null;
  readonly repository: string | null;
}

/** What package an entry is: from its key, or from its `name`, `version` and `resolution` where the key holds an address. Null: it cannot be told. */
export function identityOf(
  key: string,
  shared: LockEntry,
  style: PathStyle,
  problems: ProblemList,
): Identity | null {
  const path = readPath(key, style);
  if (path.version !== null && path.name !== null && shared.tarball === null && shared.repo === null) {
    return {
      purl: lockedPurl("npm", path.name, path.version, null),
      name: path.name,
      version: path.version,
      repository: null,
    };
  }
  const name = shared.name ?? path.name;
  if (name === null) {
    problems.add(
      "warning",
      "invalid-dependency-path",
      `${key} names no package, and was left out.`,
      `line ${shared.line}`,
    );
    return null;
  }
  // `node@runtime:24.0.0`: pnpm locks the runtime beside the packages; it is no npm package.
  if (path.address?.startsWith("runtime:") === true) {
    return { purl: null, name, version: path.address.slice("runtime:".length), repository: null };
  }
  return addressedIdentity(key, name, path.version ?? shared.version, shared, path.address, problems);
}

function addressedIdentity(
  key: string,
  name: string,
  version: string | null,
  shared: LockEntry,
  address: string | null,
  problems: ProblemList,
): Identity {
  const source = sourceOf(shared, address);
  if (source?.credentialsRemoved === true) {
    problems.add(
      "warning",
      "credentials-removed",
      `The address of ${name} holds credentials; they are not kept.`,
      `line ${shared.line}`,
    );
  }
  if (source === null && version === null)
    problems.add("info", "no-version", `${key} states no version.`, `line ${shared.line}`);
  return {
    purl: lockedPurl("npm", name, version, source?.qualifiers ?? null),
    name,
    version,
    repository: source?.repository ?? null,
  };
}

function sourceOf({ repo, commit, tarball }: LockEntry, address: string | null): ForeignSource | null {
  if (repo !== null) {
    const prefixed = /^(?:git[+:]|ssh:)/.test(repo) ? repo : `git+${repo}`;
    const source = gitSource(commit === null ? prefixed : `${prefixed}#${commit}`);
    return source === null
      ? null
      : { ...source, repository: source.repository?.replace(/^git\+/, "") ?? null };
  }
  if (tarball !== null) return archiveAt(tarball);
  return address === null ? null : (archiveSource(address) ?? gitSource(address));
}
