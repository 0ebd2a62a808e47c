/** A package that comes from a repository or an archive instead of a registry. */
export interface ForeignSource {
  /** Purl qualifiers that tell it from the registry's package of the same name. */
  readonly qualifiers: ReadonlyMap<string, string>;
  /** Address of the repository, without commit and without credentials; null for an archive that names none. */
  readonly repository: string | null;
  /** True when a user or token stood in the address and was removed. */
  readonly credentialsRemoved: boolean;
}

const HOSTS: ReadonlyMap<string, string> = new Map([
  ["github", "github.com"],
  ["gitlab", "gitlab.com"],
  ["bitbucket", "bitbucket.org"],
]);

/**
 * Reads `git+ssh://git@host/path.git#commit`, `git+https://…`, `git://…`, `github:owner/name#commit`.
 * Returns null where the text is no git address. The qualifier `vcs_url` is written as SPDX writes it: `address@commit`.
 */
export function gitSource(text: string): ForeignSource | null {
  const address = hostedAddress(text) ?? text;
  if (!address.startsWith("git+") && !address.startsWith("git:") && !address.startsWith("ssh:")) return null;
  const hash = address.indexOf("#");
  const full = hash === -1 ? address : address.slice(0, hash);
  const commit = hash === -1 ? "" : address.slice(hash + 1);
  const { cleaned, removed } = withoutCredentials(full);
  const vcsUrl = commit === "" ? cleaned : `${cleaned}@${commit}`;
  return { qualifiers: new Map([["vcs_url", vcsUrl]]), repository: cleaned, credentialsRemoved: removed };
}

/** The address of an archive that no registry serves, where it looks like one: ends like one, or is GitHub's. Else null. */
export function archiveSource(text: string): ForeignSource | null {
  const isArchive = /\.(?:tgz|tar|tar\.gz)(?:[?#]|$)/.test(text) || repositoryOfArchive(text) !== null;
  return isArchive ? archiveAt(text) : null;
}

/** The address of what is known to be an archive. Registries serve theirs below `/-/`: those, and files, give null. */
export function archiveAt(text: string): ForeignSource | null {
  if (!/^https?:\/\//.test(text) || text.includes("/-/")) return null;
  const { cleaned, removed } = withoutCredentials(text);
  return {
    qualifiers: new Map([["download_url", cleaned]]),
    repository: repositoryOfArchive(text),
    credentialsRemoved: removed,
  };
}

/** GitHub serves archives of a repository below it and from a host of their own. */
function repositoryOfArchive(text: string): string | null {
  const found =
    /^https?:\/\/(?:codeload\.)?github\.com\/([^/]+)\/([^/]+)\/(?:tar\.gz|legacy\.tar\.gz|zip|tarball|archive)\//.exec(
      text,
    );
  return found === null ? null : `https://github.com/${found[1] ?? ""}/${found[2] ?? ""}`;
}

/** `github:owner/name#commit` as the git address that npm itself writes for it. */
function hostedAddress(text: string): string | null {
  const colon = text.indexOf(":");
  const host = colon === -1 ? undefined : HOSTS.get(text.slice(0, colon));
  if (host === undefined) return null;
  const hash = text.indexOf("#");
  const path = text.slice(colon + 1, hash === -1 ? undefined : hash);
  const commit = hash === -1 ? "" : text.slice(hash);
  return `git+ssh://git@${host}/${path.endsWith(".git") ? path : `${path}.git`}${commit}`;
}

/** The user `git` is part of every ssh address and no secret; any other user or token is left out. */
function withoutCredentials(address: string): { cleaned: string; removed: boolean } {
  const start = address.indexOf("://");
  if (start === -1) return { cleaned: address, removed: false };
  const slash = address.indexOf("/", start + 3);
  const authorityEnd = slash === -1 ? address.length : slash;
  const at = address.lastIndexOf("@", authorityEnd);
  if (at < start + 3 || address.slice(start + 3, at) === "git") return { cleaned: address, removed: false };
  return { cleaned: address.slice(0, start + 3) + address.slice(at + 1), removed: true };
}
